package dev.stillmark.verdicts.web;

import dev.stillmark.detection.attribution.Exposure;
import dev.stillmark.detection.attribution.PanelModel;
import dev.stillmark.detection.attribution.Provenance;
import dev.stillmark.detection.attribution.ReferencePanel;
import dev.stillmark.detection.attribution.TeacherGroup;
import dev.stillmark.detection.verdict.Policy;
import dev.stillmark.events.CollectionAccepted;
import dev.stillmark.events.DeclaredDetector;
import dev.stillmark.events.ExtractedSignal;
import dev.stillmark.events.RecordQuarantined;
import dev.stillmark.events.SignalsExtracted;
import dev.stillmark.events.TeachersDeclared;
import dev.stillmark.service.Problem;
import dev.stillmark.verdicts.examination.FailedControl;
import dev.stillmark.verdicts.examination.PartSummary;
import dev.stillmark.verdicts.lineage.ExposureCounts;
import dev.stillmark.verdicts.store.Acceptance;
import dev.stillmark.verdicts.store.Advance;
import dev.stillmark.verdicts.store.Counts;
import dev.stillmark.verdicts.store.EvidenceKey;
import dev.stillmark.verdicts.store.LegalCase;
import dev.stillmark.verdicts.store.Merge;
import dev.stillmark.verdicts.store.NewReferenceOutput;
import dev.stillmark.verdicts.store.NewReferencePrompt;
import dev.stillmark.verdicts.store.PanelOutputStore;
import dev.stillmark.verdicts.store.Part;
import dev.stillmark.verdicts.store.Place;
import dev.stillmark.verdicts.store.Quarantined;
import dev.stillmark.verdicts.store.Receipt;
import dev.stillmark.verdicts.store.Reference;
import dev.stillmark.verdicts.store.ReferenceOutput;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What Jackson reads and writes where Quarkus does not see it, through mappers made by hand: a
 * native image can reflect on nothing that is not named. What is nested in a type comes with it.
 *
 * <p>{@code NativeSourcesIT} holds the list complete.
 */
@RegisterForReflection(
    targets = {
      CollectionAccepted.class,
      DeclaredDetector.class,
      ExtractedSignal.class,
      RecordQuarantined.class,
      SignalsExtracted.class,
      TeachersDeclared.class,
      Acceptance.class,
      Advance.class,
      Counts.class,
      EvidenceKey.class,
      LegalCase.class,
      Merge.class,
      Part.class,
      Place.class,
      Quarantined.class,
      Receipt.class,
      Reference.class,
      NewReferencePrompt.class,
      NewReferenceOutput.class,
      PanelOutputStore.Asked.class,
      ReferenceOutput.class,
      ReferencePanel.class,
      TeacherGroup.class,
      PanelModel.class,
      Exposure.class,
      Provenance.class,
      ExposureCounts.class,
      Policy.class,
      FailedControl.class,
      PartSummary.class,
      CaseReader.CaseBody.class,
      CaseReader.PolicyBody.class,
      CaseReader.ReferenceBody.class,
      CasesResource.CaseView.class,
      FindingView.class,
      LineageView.class,
      PanelDocument.class,
      PanelView.class,
      ReferenceAnswer.Closing.class,
      ReferenceAnswer.Result.class,
      ReferenceAnswer.Summary.class,
      ReferenceLines.Body.class,
      ReportBody.class,
      ReportsResource.Order.class,
      SuspectView.class,
      SuspectsResource.EvidenceView.class,
      VerdictView.class,
      Problem.class
    })
final class NativeReflection {

  private NativeReflection() {}
}
