package dev.stillmark.detection.watermark.vllm;

import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.ReferenceFigures;
import java.util.List;
import java.util.stream.Stream;

/** vLLM's draws under one key: of its one function, or of the two of keys A and B. */
final class VllmDraws implements KeyedScheme {

  private final VllmScheme scheme;
  private final List<VllmPrf> functions;

  VllmDraws(VllmScheme scheme, VllmKey key) {
    this.scheme = scheme;
    this.functions =
        switch (scheme.variant()) {
          case GUMBEL -> functions(Stream.of(key));
          case DUAL_KEY -> functions(Stream.of(key.first(), key.second()));
        };
  }

  private List<VllmPrf> functions(Stream<VllmKey> keys) {
    return keys.map(key -> new VllmPrf(key.bits(), scheme.contextWidth())).toList();
  }

  @Override
  public VllmScheme scheme() {
    return scheme;
  }

  /** Key A's function comes first. */
  List<VllmPrf> functions() {
    return functions;
  }

  /** 0: a context that begins before the first token is padded. */
  @Override
  public int firstPosition() {
    return 0;
  }

  @Override
  public PositionScorer scorer() {
    return new VllmScorer(functions);
  }

  /** The prompt is never part of a context. */
  @Override
  public ReferenceFigures reference(long[] ids, long[] promptIds) {
    return VllmReference.of(this, ids);
  }

  @Override
  public String toString() {
    return "VllmDraws[" + scheme + "]";
  }
}
