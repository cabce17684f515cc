package dev.stillmark.files;

import dev.stillmark.detection.watermark.WatermarkScheme;
import java.util.List;
import java.util.function.Function;

/**
 * The fields of one dialect of one scheme, and how they become the scheme.
 *
 * @param names fields beyond those that every scheme may have
 * @param keyNames those of them that may hold the key, instead of {@code key}
 */
record SchemeDialect(
    List<String> names, List<String> keyNames, Function<Fields, WatermarkScheme> reader) {

  WatermarkScheme read(Fields fields) {
    return reader.apply(fields);
  }
}
