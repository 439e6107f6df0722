package org.statusevents.adapters.cart.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.statusevents.adapters.cart.address.AddressGuard;
import org.statusevents.adapters.cart.http.ExchangeOutcome.Answered;
import org.statusevents.adapters.cart.http.ExchangeOutcome.NotAllowed;

/// One request, one answer, within a time that holds whatever the receiver does: the whole exchange
/// is ended when it is over, not a single read. Safe for many threads.
public final class HttpExchange implements AutoCloseable {
  public static final int ANSWER_BYTES_MAX = 65_536;

  private final ExchangeLimits limits;
  private final InstantSource clock;
  private final CloseableHttpClient client;
  private final ScheduledThreadPoolExecutor alarms;

  public HttpExchange(AddressGuard guard, ExchangeLimits limits, InstantSource clock) {
    this(guard, limits, clock, DefaultClientTlsStrategy.createDefault());
  }

  HttpExchange(
      AddressGuard guard, ExchangeLimits limits, InstantSource clock, TlsSocketStrategy tls) {
    this.limits = limits;
    this.clock = clock;
    client = Clients.client(guard, limits, tls);
    alarms =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("exchange-alarm").factory());
    alarms.setRemoveOnCancelPolicy(true);
  }

  /// Sends the request once. Never throws for what the receiver or the network does.
  public ExchangeOutcome post(Post post) {
    if (UrlForm.problemWith(post.url()).isPresent()) {
      return new NotAllowed();
    }
    HttpPost request = request(post);
    Future<?> alarm =
        alarms.schedule(request::cancel, limits.whole().toNanos(), TimeUnit.NANOSECONDS);
    Optional<Answered> answer = Optional.empty();
    try (ClassicHttpResponse response = client.executeOpen(target(post.url()), request, null)) {
      answer = Optional.of(read(response, request));
      return answer.get();
    } catch (IOException e) {
      // What was read whole stays an answer, however badly the connection ends.
      return answer.isPresent() ? answer.get() : Failures.outcome(e, request, limits);
    } catch (IllegalStateException e) {
      // The client is surprised when the alarm takes the connection away between two of its steps.
      if (!request.isCancelled()) {
        throw e;
      }
      return Failures.late(limits);
    } finally {
      alarm.cancel(false);
    }
  }

  private static HttpHost target(URI url) {
    return new HttpHost(url.getScheme(), url.getHost(), url.getPort());
  }

  private static HttpPost request(Post post) {
    HttpPost request = new HttpPost(post.url());
    post.headers().forEach(request::setHeader);
    request.setEntity(
        new ByteArrayEntity(
            post.body().getBytes(StandardCharsets.UTF_8), ContentType.parse(post.contentType())));
    return request;
  }

  private Answered read(ClassicHttpResponse response, HttpPost request) throws IOException {
    Header retryAfter = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
    return new Answered(
        response.getCode(),
        text(response.getEntity(), request),
        retryAfter == null
            ? Optional.empty()
            : RetryAfter.find(retryAfter.getValue(), clock.instant()));
  }

  private static String text(HttpEntity entity, HttpPost request) throws IOException {
    if (entity == null) {
      return "";
    }
    try (InputStream content = entity.getContent()) {
      byte[] bytes = content.readNBytes(ANSWER_BYTES_MAX + 1);
      if (bytes.length <= ANSWER_BYTES_MAX) {
        return new String(bytes, StandardCharsets.UTF_8);
      }
      // Before the stream is closed, which would read all the rest.
      request.cancel();
      return new String(bytes, 0, ANSWER_BYTES_MAX, StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() {
    alarms.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
  }
}
