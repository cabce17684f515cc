package dev.stillmark.detection.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a chatty answer in which its result may stand, the likeliest first.
 *
 * <p>Marked are what is {@code \boxed} and what follows "the answer is", the last of each. Plain
 * are what is emphasised, quoted or set as code (all of it together, then one by one), what follows
 * the last "=", ":" or "is" of the last line, the last line, the first line, and everything. No
 * pattern can take more than linear time.
 */
record Passages(List<Passage> marked, List<Passage> plain) {

  private static final Pattern MARKER =
      Pattern.compile(
          "\\b(?:answer|result|solution)\\b(?: is\\b| was\\b| would be\\b| must be\\b|[:=])[ :=]*+",
          Pattern.CASE_INSENSITIVE);

  private static final List<Pattern> EMPHASISED =
      List.of(
          Pattern.compile("\\*\\*([^*\\n]{1,200})\\*\\*"),
          Pattern.compile("`([^`\\n]{1,200})`"),
          Pattern.compile("[\"“]([^\"“”\\n]{1,200})[\"”]"));

  private static final List<String> LEADS = List.of("= ", ": ", " is ");
  private static final int MOST_EMPHASISED = 16;

  static Passages of(String answer) {
    String text = withoutMarkup(withoutThoughts(answer));
    List<Passage> marked = new ArrayList<>();
    addBoxed(text, marked);
    addAfterMarker(text, marked);
    List<Passage> plain = new ArrayList<>();
    EMPHASISED.forEach(pattern -> addLastFirst(pattern, text, plain));
    String bare = withoutEmphasis(text);
    String lastLine = bare.substring(bare.lastIndexOf('\n') + 1);
    LEADS.forEach(lead -> addAfter(lead, lastLine, plain));
    plain.add(Passage.plain(lastLine));
    plain.add(Passage.plain(bare.lines().findFirst().orElse("")));
    plain.add(Passage.plain(bare));
    return new Passages(List.copyOf(marked), List.copyOf(plain));
  }

  private static String withoutThoughts(String text) {
    int end = text.lastIndexOf("</think>");
    return end < 0 ? text : text.substring(end + "</think>".length());
  }

  private static String withoutMarkup(String text) {
    return text.replace("{,}", ",")
        .replace("\\,", "")
        .replace("\\text{", "{")
        .replace("\\mathrm{", "{")
        .replace("\\(", " ")
        .replace("\\)", " ")
        .replace("$", "")
        .strip();
  }

  static String withoutEmphasis(String text) {
    return text.replace("**", "").replace("`", "").strip();
  }

  private static void addBoxed(String text, List<Passage> passages) {
    int start = text.lastIndexOf("\\boxed{");
    if (start < 0) {
      return;
    }
    int from = start + "\\boxed{".length();
    int depth = 1;
    for (int at = from; at < text.length(); at++) {
      depth += text.charAt(at) == '{' ? 1 : text.charAt(at) == '}' ? -1 : 0;
      if (depth == 0) {
        String inside = text.substring(from, at);
        passages.add(Passage.marked(inside.replace("{", "").replace("}", "")));
        return;
      }
    }
  }

  /** What follows the last marker, to the end of the line; of the paragraph if it ends the line. */
  private static void addAfterMarker(String text, List<Passage> passages) {
    Matcher marker = MARKER.matcher(withoutEmphasis(text));
    int end = -1;
    while (marker.find()) {
      end = marker.end();
    }
    if (end < 0) {
      return;
    }
    String rest = withoutEmphasis(text).substring(end).stripLeading();
    passages.add(Passage.marked(rest.lines().findFirst().orElse("")));
    int paragraph = rest.indexOf("\n\n");
    passages.add(Passage.marked(paragraph < 0 ? rest : rest.substring(0, paragraph)));
  }

  private static void addLastFirst(Pattern pattern, String text, List<Passage> passages) {
    List<String> found = pattern.matcher(text).results().map(match -> match.group(1)).toList();
    List<String> last = found.reversed().stream().limit(MOST_EMPHASISED).toList();
    passages.add(Passage.plain(String.join(" ", last)));
    last.stream().map(Passage::plain).forEach(passages::add);
  }

  private static void addAfter(String lead, String line, List<Passage> passages) {
    int at = line.lastIndexOf(lead);
    if (at >= 0) {
      passages.add(Passage.plain(line.substring(at + lead.length())));
    }
  }
}
