package org.statusevents.adapters.cart.seti;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.statusevents.domain.channel.LabelMapping;
import org.statusevents.domain.decision.UpdateContent;
import org.statusevents.domain.decision.UpdateContent.LineContent;
import org.statusevents.domain.delivery.Update;
import org.statusevents.domain.order.Parcel;

/// An update as a document of one order (R38): well formed whatever the texts hold. `SKU` and
/// `Name` of a line go beyond what is known of the protocol; receivers pick elements by name.
final class SetiDocument {
  private static final int NOT_XML = 0xFFFD;

  /// Parsers read it as the end of a line unless it is written by its number.
  private static final Pattern CARRIAGE_RETURN = Pattern.compile("\r");

  private final XMLStreamWriter xml;
  private final LabelMapping mapping;
  private final String trackingElement;

  private SetiDocument(XMLStreamWriter xml, LabelMapping mapping, String trackingElement) {
    this.xml = xml;
    this.mapping = mapping;
    this.trackingElement = trackingElement;
  }

  static String of(Update update, LabelMapping mapping, String trackingElement) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      new SetiDocument(xml, mapping, trackingElement).write(update);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a document could not be written to memory", e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private void write(Update update) throws XMLStreamException {
    UpdateContent content = update.content();
    LocalDateTime changed =
        LocalDateTime.ofInstant(update.owedAt(), ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
    xml.writeStartElement("Orders");
    xml.writeStartElement("Order");
    write("OrderNumber", content.cartOrderNumber().orElse(""));
    write("ReferenceNumber", content.order().value());
    write("Status", content.orderLabel().map(mapping::textOf).orElse(""));
    write("ChangeDateTime", DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(changed));
    xml.writeEmptyElement("Notes");
    xml.writeEmptyElement("Comments");
    writePackages(content.parcels());
    xml.writeStartElement("Items");
    for (LineContent line : content.lines()) {
      writeItem(line, content.parcels());
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void writePackages(List<Parcel> parcels) throws XMLStreamException {
    xml.writeStartElement("Packages");
    for (int i = 0; i < parcels.size(); i++) {
      Parcel parcel = parcels.get(i);
      xml.writeStartElement("Package");
      write("PackageID", packageId(i));
      write(trackingElement, parcel.trackingNumber());
      write("Shipper", parcel.carrier());
      if (parcel.shippedOn().isPresent()) {
        write("PickupDate", parcel.shippedOn().get().toString());
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void writeItem(LineContent line, List<Parcel> parcels) throws XMLStreamException {
    String number = Integer.toString(line.line());
    xml.writeStartElement("Item");
    write("ItemNumber", number);
    write("RefNumber", number);
    write("SKU", line.sku());
    write("Name", line.name());
    write("Status", line.label().map(mapping::textOf).orElse(""));
    write("Ordered", Integer.toString(line.ordered()));
    write("Shipped", Integer.toString(line.shipped()));
    write("Needed", Integer.toString(line.needed()));
    xml.writeEmptyElement("Notes");
    xml.writeStartElement("Packages");
    for (int i = 0; i < parcels.size(); i++) {
      for (Parcel.ParcelLine packed : parcels.get(i).lines()) {
        if (packed.line() == line.line()) {
          xml.writeStartElement("Package");
          write("PackageID", packageId(i));
          write("Quantity", Integer.toString(packed.quantity()));
          xml.writeEndElement();
        }
      }
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static String packageId(int index) {
    return "P" + (index + 1);
  }

  private void write(String element, String text) throws XMLStreamException {
    xml.writeStartElement(element);
    String[] parts = CARRIAGE_RETURN.split(text, -1);
    xml.writeCharacters(fit(parts[0]));
    for (int i = 1; i < parts.length; i++) {
      xml.writeEntityRef("#13");
      xml.writeCharacters(fit(parts[i]));
    }
    xml.writeEndElement();
  }

  private static String fit(String text) {
    return text.codePoints()
        .map(c -> isXml(c) ? c : NOT_XML)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /// What XML 1.0 can hold, escaped or not; half a surrogate pair is not among it.
  private static boolean isXml(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
