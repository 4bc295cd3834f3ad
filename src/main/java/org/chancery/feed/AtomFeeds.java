package org.chancery.feed;

import java.io.StringWriter;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.chancery.api.model.EventSummary;
import org.chancery.api.model.EventTime;
import org.chancery.api.model.Place;
import org.chancery.paging.Page;

/** Writes events as an Atom feed (RFC 4287); what becomes of each member is said in the contract's AtomText. */
final class AtomFeeds {
    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final String XML = "http://www.w3.org/XML/1998/namespace";
    private static final String NEVER = Instant.EPOCH.toString();

    private AtomFeeds() {
    }

    /** @param request where the feed was asked for; records are at the same host */
    static String write(Page<EventSummary> page, URI request, URI next) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(NAMESPACE);
            element(xml, "id", request.toASCIIString());
            element(xml, "title", "Chancery");
            xml.writeStartElement("author");
            element(xml, "name", "Chancery");
            xml.writeEndElement();
            element(xml, "updated", page.items().stream().map(EventSummary::getUpdatedAt).max(OffsetDateTime::compareTo).map(AtomFeeds::stamp)
                    .orElse(NEVER));
            link(xml, "self", request);
            if (next != null) {
                link(xml, "next", next);
            }
            for (EventSummary event : page.items()) {
                entry(xml, event, request);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static void entry(XMLStreamWriter xml, EventSummary event, URI request) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", "urn:uuid:" + event.getId());
        xml.writeStartElement("title");
        if (event.getName() != null) {
            xml.writeAttribute("xml", XML, "lang", event.getName().getLang());
        }
        xml.writeCharacters(event.getName() == null ? Objects.requireNonNullElse(event.getKind(), event.getRecordType())
                : Texts.clean(event.getName().getValue()));
        xml.writeEndElement();
        element(xml, "updated", stamp(event.getUpdatedAt()));
        link(xml, "alternate", request.resolve(event.getHref()));
        category(xml, "record-type", event.getRecordType());
        category(xml, "kind", event.getKind());
        category(xml, "status", event.getStatus());
        element(xml, "summary", Stream.of(day(event.getStart()), place(event.getPlace()), event.getSummary()).filter(Objects::nonNull)
                .collect(Collectors.joining(" · ")));
        xml.writeEndElement();
    }

    /** To the millisecond: common readers take longer fractions for a number of milliseconds. */
    private static String stamp(OffsetDateTime time) {
        return time.toInstant().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static String day(EventTime start) {
        return start == null ? null : Stream.of(start.getEdtf(), start.getTime(), start.getTime() == null ? null : start.getZone())
                .filter(Objects::nonNull).collect(Collectors.joining(" "));
    }

    private static String place(Place place) {
        return place == null ? null : Places.text(place);
    }

    private static void category(XMLStreamWriter xml, String scheme, String term) throws XMLStreamException {
        if (term != null) {
            xml.writeEmptyElement("category");
            xml.writeAttribute("scheme", "https://chancery.example/vocabularies/" + scheme);
            xml.writeAttribute("term", term);
        }
    }

    private static void link(XMLStreamWriter xml, String relation, URI target) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", target.toASCIIString());
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(Texts.clean(text));
        xml.writeEndElement();
    }
}
