package dev.stillmark.files;

import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.WatermarkScheme;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one dialect of one scheme, and how they become the scheme.
 *
 * @param names fields beyond those that every scheme may have
 * @param keyNames those of them that may hold the key, instead of {@code key}
 * @param reader makes the scheme of the fields and the key, which is null where there is none
 */
record SchemeDialect(
    List<String> names,
    List<String> keyNames,
    KeyForm keyForm,
    BiFunction<Fields, @Nullable WatermarkKey, WatermarkScheme> reader) {

  /** A dialect whose key is integers and says nothing about the scheme. */
  static SchemeDialect of(
      List<String> names, List<String> keyNames, Function<Fields, WatermarkScheme> reader) {
    return new SchemeDialect(
        names, keyNames, KeyForm.INTEGERS, (fields, _) -> reader.apply(fields));
  }

  WatermarkScheme read(Fields fields, @Nullable WatermarkKey key) {
    return reader.apply(fields, key);
  }
}
