package dev.stillmark.verdicts.lineage;

import dev.stillmark.detection.attribution.PanelModel;
import dev.stillmark.detection.attribution.TeacherGroup;

/** A teacher, a model, or a name that a source gives and the panel does not know. */
public sealed interface LineageNode extends LineageElement {

  String name();

  /** Unique in its graph: a teacher and a model may have the same name. */
  String id();

  @Override
  default String key() {
    return "1" + id();
  }

  /** A teacher group of the panel. */
  record Teacher(TeacherGroup group) implements LineageNode {

    static String id(String name) {
      return "teacher:" + name;
    }

    @Override
    public String name() {
      return group.name();
    }

    @Override
    public String id() {
      return id(name());
    }
  }

  /**
   * A model of the panel.
   *
   * @param exposures to the teachers that it does not stand for
   */
  record Model(PanelModel model, ExposureCounts exposures) implements LineageNode {

    /** The id of the panel's model of that name. */
    public static String id(String name) {
      return "model:" + name;
    }

    @Override
    public String name() {
      return model.name();
    }

    @Override
    public String id() {
      return id(name());
    }
  }

  /** A base that is no model of the panel: nothing but its name is known. */
  record Unresolved(String name) implements LineageNode {

    static String id(String name) {
      return "unresolved:" + name;
    }

    @Override
    public String id() {
      return id(name);
    }
  }
}
