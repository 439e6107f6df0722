package org.statusevents.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// R51, with the addresses of section 4.
class CarrierLinkTest {

  @ParameterizedTest
  @CsvSource({
    "UPS,             https://www.ups.com/track?tracknum=X1",
    "ups_ground,      https://www.ups.com/track?tracknum=X1",
    "UPS2ndDay,       https://www.ups.com/track?tracknum=X1",
    "United Parcel Service, https://www.ups.com/track?tracknum=X1",
    "USPS,            https://tools.usps.com/go/TrackConfirmAction?tLabels=X1",
    "usps_priority,   https://tools.usps.com/go/TrackConfirmAction?tLabels=X1",
    "UPS Mail Innovations by USPS, https://tools.usps.com/go/TrackConfirmAction?tLabels=X1",
    "U.S. Postal Service, https://tools.usps.com/go/TrackConfirmAction?tLabels=X1",
    "US Postal,       https://tools.usps.com/go/TrackConfirmAction?tLabels=X1",
    "United States Postal Service, https://tools.usps.com/go/TrackConfirmAction?tLabels=X1",
    "FedEx Home,      https://www.fedex.com/fedextrack/?trknbr=X1",
    "Federal Express, https://www.fedex.com/fedextrack/?trknbr=X1",
    "fx,              https://www.fedex.com/fedextrack/?trknbr=X1",
    "DHL,             https://www.dhl.com/en/express/tracking.html?AWB=X1",
    "dhl_express,     https://www.dhl.com/en/express/tracking.html?AWB=X1"
  })
  void theCarriersNameDecides(String carrier, URI link) {
    assertThat(CarrierLink.find(carrier, "X1")).contains(link);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Post Office", "Pickups", "Groups Inc", "Canada Postal Service", "effx"})
  void anUnknownCarrierHasNoLinkWhateverTheNumber(String carrier) {
    assertThat(CarrierLink.find(carrier, "1Z999AA10123456784")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1Z999AA10123456784,     www.ups.com",
    "9400100000000000000000, tools.usps.com",
    "RR123456789US,          tools.usps.com",
    "123456789012,           www.fedex.com",
    "123456789012345,        www.fedex.com",
    "1234567890,             www.dhl.com"
  })
  void withoutACarrierTheFormOfTheNumberDecides(String number, String host) {
    assertThat(CarrierLink.find(" ", number)).map(URI::getHost).contains(host);
    assertThat(CarrierLink.find("DHL", number)).map(URI::getHost).contains("www.dhl.com");
  }

  @Test
  void aNumberOfNoKnownFormHasNoLink() {
    assertThat(CarrierLink.find("", "12345")).isEmpty();
    assertThat(CarrierLink.find("", "")).isEmpty();
  }

  @Test
  void theNumberIsEncoded() {
    assertThat(CarrierLink.find("UPS", "1Z&x=1 \"><script>"))
        .contains(URI.create("https://www.ups.com/track?tracknum=1Z%26x%3D1+%22%3E%3Cscript%3E"));
  }
}
