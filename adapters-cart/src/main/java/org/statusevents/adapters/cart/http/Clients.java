package org.statusevents.adapters.cart.http;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.statusevents.adapters.cart.address.AddressGuard;

/// The client that does one thing for one request: no redirects, retries, cookies, credentials,
/// decompression, upgrades or proxies. Connections are kept for a short while, since an order
/// system tells the same few receivers again and again.
final class Clients {
  private static final int CONNECTIONS_MAX = 512;
  private static final int CONNECTIONS_PER_RECEIVER_MAX = 64;
  private static final int HEADERS_MAX = 100;
  private static final int LINE_LENGTH_MAX = 8_192;

  /// A connection is used no longer than the judgement on its address can be trusted.
  private static final TimeValue CONNECTION_LIFE = TimeValue.ofMinutes(1);

  private static final TimeValue CONNECTION_IDLE_MAX = TimeValue.ofSeconds(20);

  /// Always: old carts close without saying so, and the next update would run into it.
  private static final TimeValue CHECKED_AFTER_IDLE = TimeValue.ZERO_MILLISECONDS;

  private Clients() {}

  static CloseableHttpClient client(
      AddressGuard guard, ExchangeLimits limits, TlsSocketStrategy tls) {
    Timeout connect = Timeout.of(limits.connect());
    Timeout whole = Timeout.of(limits.whole());
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new GuardedResolver(guard))
                .setTlsSocketStrategy(tls)
                .setConnectionFactory(
                    ManagedHttpClientConnectionFactory.builder()
                        .http1Config(
                            Http1Config.custom()
                                .setMaxHeaderCount(HEADERS_MAX)
                                .setMaxLineLength(LINE_LENGTH_MAX)
                                .build())
                        .build())
                .setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(whole).build())
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(whole)
                        .setTimeToLive(CONNECTION_LIFE)
                        .setValidateAfterInactivity(CHECKED_AFTER_IDLE)
                        .build())
                .setMaxConnTotal(CONNECTIONS_MAX)
                .setMaxConnPerRoute(CONNECTIONS_PER_RECEIVER_MAX)
                .build())
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(whole)
                .setResponseTimeout(whole)
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build())
        .evictIdleConnections(CONNECTION_IDLE_MAX)
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .setUserAgent("StatusEvents")
        .build();
  }
}
