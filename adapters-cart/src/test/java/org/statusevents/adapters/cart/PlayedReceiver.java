package org.statusevents.adapters.cart;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.statusevents.application.channel.CartChannel;

/// A receiver at one address as one test sees it, and the channel that speaks to it.
public final class PlayedReceiver {
  private static final String PATH = "/status?shop=1";
  private static final int LONGER_THAN_ANYBODY_WAITS = 5_000;

  private final WireMockExtension server;
  private final Loopback loopback;
  private final String adapter;
  private String url;
  private CartChannel channel;

  public PlayedReceiver(WireMockExtension server, Loopback loopback, String adapter) {
    this.server = server;
    this.loopback = loopback;
    this.adapter = adapter;
    url = address("http", server.getPort());
    channel = loopback.channel(adapter);
  }

  public static WireMockExtension server() {
    return WireMockExtension.newInstance()
        .options(wireMockConfig().dynamicPort().dynamicHttpsPort())
        .build();
  }

  private static String address(String scheme, int port) {
    return scheme + "://127.0.0.1:" + port + PATH;
  }

  public String url() {
    return url;
  }

  public CartChannel channel() {
    return channel;
  }

  public void answers(int status, String body) {
    answers(aResponse().withStatus(status).withBody(body));
  }

  public void answers(ResponseDefinitionBuilder response) {
    url = address("http", server.getPort());
    server.stubFor(any(anyUrl()).willReturn(response));
  }

  /// Nobody listens where the receiver was.
  public void goesAway() {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      isAt("http://127.0.0.1:" + free.getLocalPort() + "/");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  public void isAt(String address) {
    url = address;
  }

  /// From now on at an address of TLS, with a certificate of its own making.
  public void speaksTls() {
    answers(204, "");
    isAt(address("https", server.getHttpsPort()));
  }

  public void hangs() {
    waitsLittle();
    answers(aResponse().withFixedDelay(LONGER_THAN_ANYBODY_WAITS));
  }

  /// From now on the channel gives up after half a second.
  public void waitsLittle() {
    channel = loopback.impatientChannel(adapter);
  }

  public List<LoggedRequest> requests() {
    return server.findAll(anyRequestedFor(anyUrl()));
  }
}
