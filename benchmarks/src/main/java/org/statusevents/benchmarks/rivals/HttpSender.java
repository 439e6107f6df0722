package org.statusevents.benchmarks.rivals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;

/// Posts with the HTTP client that the product uses, over kept-alive connections; without signing,
/// address guard or limits, in favour of the rivals.
final class HttpSender implements Sender, AutoCloseable {
  private static final ContentType TYPE = ContentType.create("application/cloudevents+json");

  private final CloseableHttpClient client;
  private final URI receiver;

  HttpSender(URI receiver, int connections) {
    this.receiver = receiver;
    client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(connections)
                    .setMaxConnPerRoute(connections)
                    .build())
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableContentCompression()
            .build();
  }

  @Override
  public void send(String body) {
    HttpPost post = new HttpPost(receiver);
    post.setEntity(new StringEntity(body, TYPE));
    try {
      int status = client.execute(post, response -> response.getCode());
      if (status != 204) {
        throw new IllegalStateException("the receiver answered " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
