package org.chancery.feed;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.CuType;
import net.fortuna.ical4j.model.parameter.Language;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.RelType;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.RelatedTo;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Source;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.chancery.api.model.DisplayName;
import org.chancery.api.model.EventSummary;
import org.chancery.api.model.Participant;

/** Writes events as iCalendar (RFC 5545, RFC 7986); what becomes of each member is said in the contract's CalendarText. */
final class Calendars {
    private static final Duration REFRESH = Duration.ofHours(1);

    private Calendars() {
    }

    /** @param request where the calendar was asked for; records are at the same host */
    static String write(Feed feed, URI request) {
        List<When> times = feed.page().items().stream().map(When::of).toList();
        List<CalendarComponent> components = new ArrayList<>(Zones.of(times));
        for (int i = 0; i < times.size(); i++) {
            components.add(event(feed.page().items().get(i), times.get(i), feed, request));
        }
        Calendar calendar = new Calendar(new PropertyList(head(feed.name(), request)), new ComponentList<>(components));
        StringWriter text = new StringWriter();
        try {
            // it would refuse X- properties and URNs of people; the tests hold the output against another reader
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Folds.fold(text.toString());
    }

    private static List<Property> head(String name, URI request) {
        String title = name == null ? "Chancery" : Texts.line(name) + " – Chancery";
        return List.of(new ProdId("-//Chancery//v1//EN"), ImmutableVersion.VERSION_2_0, new Name(title), new XProperty("X-WR-CALNAME", title),
                new RefreshInterval(parameters(Value.DURATION), REFRESH), new XProperty("X-PUBLISHED-TTL", REFRESH.toString()),
                new Source(parameters(Value.URI), request.toASCIIString()));
    }

    private static VEvent event(EventSummary event, When when, Feed feed, URI request) {
        List<Property> properties = new ArrayList<>(List.of(new Uid(event.getId().toString()), new DtStamp(feed.changed(event).toInstant()),
                new LastModified(feed.changed(event).toInstant()), new Sequence(feed.sequences().get(event.getId())), start(when.start())));
        if (when.end() != null) {
            properties.add(end(when.end()));
        }
        properties.add(summary(event));
        if (event.getSummary() != null) {
            properties.add(new Description(Texts.clean(event.getSummary())));
        }
        if (event.getPlace() != null) {
            properties.add(new Location(Texts.clean(Places.text(event.getPlace()))));
        }
        properties.add(status(event.getStatus()));
        properties.add(new XProperty("X-CHANCERY-STATUS", event.getStatus()));
        if (event.getStart().getUncertain() || event.getStart().getApproximate()) {
            properties.add(new XProperty("X-CHANCERY-EDTF", event.getStart().getEdtf()));
        }
        // somebody else's engagement does not make the subscriber busy
        properties.add(ImmutableTransp.TRANSPARENT);
        properties.add(new Categories(new TextList(Stream.of(event.getRecordType(), event.getKind()).filter(Objects::nonNull).toList())));
        properties.add(new Url(request.resolve(event.getHref())));
        if (event.getPartOfId() != null) {
            properties.add(new RelatedTo(parameters(RelType.PARENT), event.getPartOfId().toString()));
        }
        Set<URI> seen = new HashSet<>();
        feed.participants(event).stream().map(Calendars::attendee).filter(attendee -> seen.add(attendee.getCalAddress())).forEach(properties::add);
        return new VEvent(new PropertyList(properties));
    }

    private static Property start(Temporal time) {
        return time instanceof LocalDate ? new DtStart<>(parameters(Value.DATE), time) : new DtStart<>(time);
    }

    private static Property end(Temporal time) {
        return time instanceof LocalDate ? new DtEnd<>(parameters(Value.DATE), time) : new DtEnd<>(time);
    }

    private static Summary summary(EventSummary event) {
        DisplayName name = event.getName();
        return name == null ? new Summary(event.getKind() == null ? event.getRecordType() : event.getKind())
                : new Summary(parameters(new Language(name.getLang())), Texts.line(name.getValue()));
    }

    private static Status status(String status) {
        return switch (status) {
            case "confirmed", "in-progress", "held" -> ImmutableStatus.VEVENT_CONFIRMED;
            case "cancelled", "not-held" -> ImmutableStatus.VEVENT_CANCELLED;
            default -> ImmutableStatus.VEVENT_TENTATIVE;
        };
    }

    private static Attendee attendee(Participant participant) {
        Role role = switch (participant.getRole()) {
            case "host", "chair" -> Role.CHAIR;
            case "observer", "guest", "staff" -> Role.OPT_PARTICIPANT;
            default -> Role.REQ_PARTICIPANT;
        };
        PartStat attendance = switch (participant.getAttendance()) {
            case "confirmed", "attended", "partially-attended" -> PartStat.ACCEPTED;
            case "declined", "absent" -> PartStat.DECLINED;
            case "expected" -> PartStat.TENTATIVE;
            default -> PartStat.NEEDS_ACTION;
        };
        CuType type = participant.getActorType() == null ? CuType.UNKNOWN : switch (participant.getActorType()) {
            case PERSON -> CuType.INDIVIDUAL;
            default -> CuType.GROUP;
        };
        // a quotation mark cannot stand in a parameter (RFC 5545, 3.2); a name without one loses nothing
        String name = Texts.line(participant.getName().getValue()).replace('"', '\'');
        return new Attendee(parameters(new Cn(name), new Language(participant.getName().getLang()), type, role, attendance),
                URI.create("urn:uuid:" + (participant.getActorId() == null ? participant.getId() : participant.getActorId())));
    }

    private static ParameterList parameters(net.fortuna.ical4j.model.Parameter... parameters) {
        return new ParameterList(List.of(parameters));
    }
}
