package dev.stillmark.runner;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** HTTP to one service of the suite; what fails in passing is tried again. */
final class ServiceClient {

  private static final int ATTEMPTS = 6;
  private static final Duration FIRST_WAIT = Duration.ofMillis(250);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Suite suite;
  private final Service service;

  ServiceClient(Suite suite, Service service) {
    this.suite = suite;
    this.service = service;
  }

  /** A path of escaped segments; a model's name may hold anything. */
  static String path(String... segments) {
    StringBuilder path = new StringBuilder();
    for (String segment : segments) {
      path.append('/')
          .append(URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"));
    }
    return path.toString();
  }

  HttpRequest.Builder request(String path) {
    URI address = URI.create(suite.addressOf(service) + path);
    return HttpRequest.newBuilder(address).timeout(PATIENCE);
  }

  HttpResponse<byte[]> send(HttpRequest request) throws InterruptedException {
    Duration wait = FIRST_WAIT;
    for (int attempt = 1; ; attempt++) {
      suite.requireAlive();
      try {
        HttpResponse<byte[]> response =
            suite.http().send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() < 500 || attempt == ATTEMPTS) {
          return response;
        }
      } catch (IOException e) {
        if (attempt == ATTEMPTS) {
          throw new Fault(
              "%s did not answer; its log is in %s".formatted(service.title(), suite.logs()), e);
        }
      }
      Thread.sleep(wait);
      wait = wait.multipliedBy(2);
    }
  }

  /** The answer's body; any status but success ends the command with the problem's own words. */
  byte[] fetch(HttpRequest request) throws InterruptedException {
    HttpResponse<byte[]> response = send(request);
    if (response.statusCode() / 100 != 2) {
      throw refusal(request, response);
    }
    return response.body();
  }

  JsonNode fetchJson(HttpRequest request) throws InterruptedException {
    try {
      return Json.read(fetch(request));
    } catch (IOException e) {
      throw new Fault(
          "%s answered %s with no JSON".formatted(service.title(), request.uri().getPath()), e);
    }
  }

  Fault refusal(HttpRequest request, HttpResponse<byte[]> response) {
    return new Fault(
        "%s answered %s %s with %d: %s"
            .formatted(
                service.title(),
                request.method(),
                request.uri().getPath(),
                response.statusCode(),
                detailOf(response.body())));
  }

  private static String detailOf(byte[] body) {
    try {
      JsonNode problem = Json.read(body);
      JsonNode errors = problem.path("errors");
      String detail = problem.path("detail").asText("no detail");
      return errors.isEmpty() ? detail : detail + " " + errors;
    } catch (IOException e) {
      return "no detail";
    }
  }
}
