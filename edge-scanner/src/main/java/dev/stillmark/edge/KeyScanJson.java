package dev.stillmark.edge;

import dev.stillmark.detection.radioactivity.Figures;
import dev.stillmark.detection.stats.EvalueBenjaminiHochberg;
import dev.stillmark.detection.stats.Holm;
import dev.stillmark.detection.stats.KeyScan;
import java.util.ArrayList;
import java.util.List;

/**
 * The JSON lines of {@code score --keys}: a line per key, named by its number in the file, with its
 * figures adjusted for all keys of the file; keys themselves are never shown.
 */
final class KeyScanJson {

  private final List<Figures> keys;
  private final double[] log10PHolm;
  private final double[] log10EBh;

  private KeyScanJson(List<Figures> keys) {
    this.keys = keys;
    this.log10PHolm = Holm.adjust(keys.stream().mapToDouble(Figures::log10P).toArray());
    this.log10EBh =
        EvalueBenjaminiHochberg.adjust(keys.stream().mapToDouble(Figures::log10E).toArray());
  }

  static List<String> lines(List<Figures> keys) {
    KeyScanJson scan = new KeyScanJson(keys);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      lines.add(scan.line(i));
    }
    return lines;
  }

  private String line(int index) {
    Figures key = keys.get(index);
    return Json.line(json -> {
      json.writeStringField("id", "key-" + (index + 1));
      json.writeNumberField("tokens", key.tokens());
      json.writeNumberField("scored", key.scored());
      ScoreJson.number(json, "statistic", key.statistic());
      ScoreJson.number(json, "z", key.z());
      ScoreJson.number(json, "log10P", key.log10P());
      ScoreJson.number(json, "log10E", key.log10E());
      json.writeNumberField("rank", rank(key));
      json.writeNumberField("keys", keys.size());
      ScoreJson.number(json, "log10PBonferroni", KeyScan.bonferroni(key.log10P(), keys.size()));
      ScoreJson.number(json, "log10PSidak", KeyScan.sidak(key.log10P(), keys.size()));
      ScoreJson.number(json, "log10PHolm", log10PHolm[index]);
      ScoreJson.number(json, "log10EBh", log10EBh[index]);
    });
  }

  private long rank(Figures key) {
    return 1 + keys.stream().filter(other -> other.log10P() < key.log10P()).count();
  }
}
