package dev.stillmark.files;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * One YAML or JSON document (JSON is YAML) as a tree of values that know their place.
 *
 * <p>Depth is checked on the flat event stream, before anything recursive sees the document; only
 * the node layer of the parser is used, so no type of ours is ever built by reflection.
 */
final class YamlFile {

  static final int SIZE_LIMIT = 4 << 20;
  static final int DEPTH_LIMIT = 32;
  static final int ALIAS_LIMIT = 50;

  private YamlFile() {}

  static Value read(Path path) {
    try {
      return parse(path, InputBytes.readText(path, SIZE_LIMIT));
    } catch (InputBytes.Unreadable e) {
      throw new InputFault(path, null, null, e.rule());
    }
  }

  static Value parse(Path path, String text) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(path.toString())
            .setCodePointLimit(SIZE_LIMIT)
            .setMaxAliasesForCollections(ALIAS_LIMIT)
            .setUseMarks(true)
            .build();
    try {
      requireShallow(path, settings, text);
      Optional<Node> root = new Compose(settings).composeString(text);
      return new Value(
          path, "", root.orElseThrow(() -> new InputFault(path, null, null, "must not be empty")));
    } catch (MarkedYamlEngineException e) {
      throw new InputFault(path, lineOf(e), null, "is not valid YAML: " + problemOf(e));
    } catch (YamlEngineException e) {
      throw new InputFault(
          path, null, null, "is not valid YAML, or has characters or aliases beyond its limits");
    }
  }

  private static void requireShallow(Path path, LoadSettings settings, String text) {
    int depth = 0;
    int aliases = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      switch (event.getEventId()) {
        case SequenceStart, MappingStart -> depth++;
        case SequenceEnd, MappingEnd -> depth--;
        case Alias -> aliases++;
        case Comment, DocumentEnd, DocumentStart, Scalar, StreamEnd, StreamStart -> {}
      }
      Integer line = event.getStartMark().map(Mark::getLine).map(l -> l + 1).orElse(null);
      if (depth > DEPTH_LIMIT) {
        throw new InputFault(
            path, line, null, "must not be nested deeper than %d levels".formatted(DEPTH_LIMIT));
      }
      if (aliases > ALIAS_LIMIT) {
        throw new InputFault(
            path, line, null, "must not use more than %d aliases".formatted(ALIAS_LIMIT));
      }
    }
  }

  private static @Nullable Integer lineOf(MarkedYamlEngineException e) {
    return e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(null);
  }

  /** The parser's own words, without its excerpt of the file: that might be a key. */
  private static String problemOf(MarkedYamlEngineException e) {
    String problem = e.getProblem();
    int excerpt = problem.indexOf('\n');
    return excerpt < 0 ? problem : problem.substring(0, excerpt);
  }
}
