package org.statusevents.adapters.cart.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.statusevents.adapters.cart.address.AddressGuard.Verdict;

final class AddressGuardTest {

  private static Verdict judge(AllowedNetworks allowed, String... standsFor) {
    List<InetAddress> addresses = Stream.of(standsFor).map(InetAddress::ofLiteral).toList();
    return new AddressGuard(allowed, _ -> addresses).judge("receiver.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0.0.0",
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "168.63.129.15",
        "168.63.129.17",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.0",
        "192.0.3.0",
        "192.88.98.255",
        "192.88.100.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "198.51.99.255",
        "198.51.101.0",
        "203.0.112.255",
        "203.0.114.0",
        "223.255.255.255",
        "::ffff:8.8.8.8",
        "2000::1",
        "2001:200::1",
        "2001:db7::1",
        "2001:db9::1",
        "2003::1",
        "2606:4700:4700::1111",
        "3ffe::1",
        "3fff:1000::1"
      })
  void anAddressOfTheOpenInternetIsAllowed(String address) {
    assertThat(judge(AllowedNetworks.NONE, address))
        .isEqualTo(new Verdict.Allowed(List.of(InetAddress.ofLiteral(address))));
  }

  /// First and last of each range.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.255.255.255",
        "10.0.0.0",
        "10.255.255.255",
        "100.64.0.0",
        "100.127.255.255",
        "127.0.0.0",
        "127.255.255.255",
        "168.63.129.16",
        "169.254.0.0",
        "169.254.255.255",
        "172.16.0.0",
        "172.31.255.255",
        "192.0.0.0",
        "192.0.0.255",
        "192.0.2.0",
        "192.0.2.255",
        "192.88.99.0",
        "192.168.0.0",
        "192.168.255.255",
        "198.18.0.0",
        "198.19.255.255",
        "198.51.100.0",
        "203.0.113.255",
        "224.0.0.0",
        "239.255.255.255",
        "240.0.0.0",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "1fff:ffff::1",
        "2001::",
        "2001:1ff::1",
        "2001:db8:ffff::1",
        "2002::",
        "2002:ffff::1",
        "3fff::",
        "3fff:fff::1",
        "4000::",
        "64:ff9b::8.8.8.8",
        "fc00::",
        "fdff::1",
        "fe80::1",
        "febf::1",
        "ff00::1",
        "ffff::1"
      })
  void anAddressOfASpecialRangeIsNot(String address) {
    assertThat(judge(AllowedNetworks.NONE, address)).isEqualTo(new Verdict.NotAllowed());
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.0/8, 127.9.9.9, 128.0.0.1, true",
    "10.1.2.3/32, 10.1.2.3, 10.1.2.4, false",
    "10.1.2.0/23, 10.1.3.255, 10.1.4.0, false",
    "fd00::/8, fd12::1, fc12::1, false",
    "::1/128, ::1, ::2, false",
    "0.0.0.0/0, 10.0.0.1, ::1, false"
  })
  void theOperatorsNetworksAreAllowedAndNothingBeside(
      String network, String inside, String outside, boolean outsideIsOpen) {
    AllowedNetworks allowed = AllowedNetworks.parse(network);

    assertThat(judge(allowed, inside)).isInstanceOf(Verdict.Allowed.class);
    assertThat(judge(allowed, outside) instanceof Verdict.Allowed).isEqualTo(outsideIsOpen);
  }

  /// `::ffff:10.0.0.1` is `10.0.0.1`, for those who allow as for those who ask.
  @Test
  void anAddressInTheClothesOfTheOtherFamilyIsTheSame() {
    AllowedNetworks allowed = AllowedNetworks.parse("10.0.0.0/8");

    assertThat(judge(allowed, "::ffff:10.0.0.1")).isInstanceOf(Verdict.Allowed.class);
    assertThat(judge(allowed, "::ffff:127.0.0.1")).isInstanceOf(Verdict.NotAllowed.class);
  }

  @Test
  void oneAddressInsideTheHouseBarsTheName() {
    assertThat(judge(AllowedNetworks.NONE, "8.8.8.8", "10.0.0.1"))
        .isEqualTo(new Verdict.NotAllowed());
    assertThat(judge(AllowedNetworks.NONE, "2606:4700::1", "::1"))
        .isEqualTo(new Verdict.NotAllowed());
    assertThat(judge(AllowedNetworks.NONE, "8.8.8.8", "8.8.4.4"))
        .isInstanceOf(Verdict.Allowed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "metadata",
        "metadata.google.internal",
        "METADATA.Google.Internal",
        "metadata.google.internal.",
        "metadata.goog",
        "metadata.azure.internal",
        "instance-data.ec2.internal"
      })
  void aNameOfACloudsOwnServicesIsBarredWhateverIsAllowed(String name) {
    AddressGuard guard =
        new AddressGuard(
            AllowedNetworks.parse("0.0.0.0/0,::/0"),
            _ -> List.of(InetAddress.ofLiteral("8.8.8.8")));

    assertThat(guard.judge(name)).isEqualTo(new Verdict.NotAllowed());
    assertThat(guard.judge("receiver.example")).isInstanceOf(Verdict.Allowed.class);
  }

  @Test
  void networksAreSeparatedByCommas() {
    assertThat(AllowedNetworks.parse(" 127.0.0.0/8 ,, fd00::/8,"))
        .isEqualTo(AllowedNetworks.of(List.of("127.0.0.0/8", "fd00::/8")));
    assertThat(AllowedNetworks.parse("  ")).isEqualTo(AllowedNetworks.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.0.0.0/",
        "127.0.0.0/33",
        "127.0.0.0/-1",
        "127.1/8",
        "127.0.0.256/8",
        "::1/129",
        "localhost/8",
        "fe80::1%lo/64",
        "all",
        "*",
        "127.0.0.0/8/8",
        "127.0.0.0 /8"
      })
  void aTextThatIsNoNetworkIsNamed(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AllowedNetworks.parse("10.0.0.0/8," + text))
        .withMessageContaining(text);
  }
}
