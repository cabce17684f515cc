package dev.stillmark.detection.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NullLawCodeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "green-list 12564/50257",
        "fixed-list 2048/4096",
        "coin 2048/8191",
        "uniform torch-float",
        "uniform vllm-float",
        "uniform sglang-word",
        "uniform textseal-level",
        "two-uniforms vllm-float 0.1",
        "bits 30 32743/65536"
      })
  void a_law_comes_back_from_its_code(String code) {
    assertThat(NullLawCode.of(NullLawCode.parse(code))).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "green-list",
        "green-list 50257",
        "green-list 12564/50257 ",
        "green-list 012564/50257",
        "green-list 50257/50257",
        "green-list 1/99999999999",
        "coin 0/8191",
        "coin -1/2",
        "uniform",
        "uniform float",
        "uniform TORCH_FLOAT",
        "two-uniforms vllm-float 2",
        "two-uniforms vllm-float 0.10",
        "two-uniforms sglang-word 0.1",
        "bits 0 1/2",
        "bits 57 1/2",
        "unknown 1"
      })
  void anything_else_is_refused(String code) {
    assertThatThrownBy(() -> NullLawCode.parse(code)).isInstanceOf(IllegalArgumentException.class);
  }
}
