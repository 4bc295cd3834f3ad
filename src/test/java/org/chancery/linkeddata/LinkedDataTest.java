package org.chancery.linkeddata;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.rdf.RdfNQuad;
import com.apicatalog.rdf.RdfValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.chancery.fixture.Api;
import org.chancery.fixture.Json;
import org.chancery.fixture.Make;
import org.chancery.fixture.RegistryProfile;
import org.chancery.fixture.Starter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What records say in the words of schema.org, triple by triple, as another reader of JSON-LD takes it. */
@QuarkusTest
@TestProfile(RegistryProfile.class)
class LinkedDataTest {
    private static final String ZELENSKY = "people/" + Starter.id("person:volodymyr-zelensky");
    private static final String UKRAINE = "states/" + Starter.id("state:UA");
    private static final String FRANCE = "states/" + Starter.id("state:FR");
    private static final String PARIS = "summits/" + Starter.id("summit:2026-01-06-paris-coalition");

    /** Terms of schema.org 30.0 that are used: names of its own would be taken for its words, too. */
    private static final Set<String> SCHEMA = Set.of("Person", "Country", "Organization", "GovernmentOrganization", "NGO", "PoliticalParty",
            "NewsMediaOrganization", "Occupation", "Role", "OrganizationRole", "Event", "EventSeries", "CreativeWork", "SocialMediaPosting", "Quotation",
            "PropertyValue", "Place", "PostalAddress", "VirtualLocation", "ItemList", "Thing", "name", "alternateName", "disambiguatingDescription",
            "description", "identifier", "propertyID", "value", "sameAs", "subjectOf", "birthDate", "deathDate", "hasOccupation", "memberOf", "member",
            "roleName", "startDate", "endDate", "previousStartDate", "parentOrganization", "foundingDate", "dissolutionDate", "containedInPlace",
            "eventStatus", "eventAttendanceMode", "location", "organizer", "superEvent", "subEvent", "workFeatured", "attendee", "performer", "address",
            "addressLocality", "addressCountry", "locationCreated", "creativeWorkStatus", "datePublished", "hasPart", "text", "author", "url",
            "inLanguage", "publisher", "isBasedOn", "itemListElement", "EventScheduled", "EventRescheduled", "EventPostponed", "EventCancelled",
            "OfflineEventAttendanceMode", "OnlineEventAttendanceMode", "MixedEventAttendanceMode");

    @ParameterizedTest
    @ValueSource(strings = {"people", "leaders", "officials", "states", "organizations", "positions", "occupancies", "memberships", "meetings", "summits",
        "declarations", "series", "sources", "entities", "events"})
    void list_shouldSayOnlyWhatItsWordsMean_inItsOrder(String collection) throws JsonLdError {
        check("/v1/" + collection, "?limit=200", "id");
    }

    static List<Arguments> derivedLists() {
        String draft = "declarations/019b95c0-d000-7313-91d5-1fe59f9f5090";
        String nato = "organizations/" + Starter.id("organization:nato");
        return List.of(arguments(PARIS + "/participants", "limit=200", "id"), arguments(draft + "/commitments", "limit=200", "id"), arguments("commitments", "limit=200", "id"),
                arguments(FRANCE + "/leaders", "asOf=2026-01-06", "personId"), arguments(FRANCE + "/officials", "asOf=2026-01-06", "personId"),
                arguments(nato + "/leaders", "asOf=2026-01-06", "personId"), arguments(nato + "/members", "limit=200", "id"),
                arguments(ZELENSKY + "/timeline", "limit=200", "id"), arguments(UKRAINE + "/timeline", "limit=200", "id"),
                arguments(ZELENSKY + "/counterparts", "limit=200", "id"), arguments(FRANCE + "/counterparts", "limit=200", "id"),
                arguments("encounters", "actorId=" + Starter.id("person:volodymyr-zelensky") + "&withId=" + Starter.id("person:emmanuel-macron"), "id"),
                arguments("search", "q=Paris", "id"), arguments("search", "q=Zelensky", "id"));
    }

    @ParameterizedTest
    @MethodSource
    void derivedLists(String list, String query, String id) throws JsonLdError {
        check("/v1/" + list, "?" + query, id);
    }

    private static void check(String path, String query, String id) throws JsonLdError {
        List<String> listed = given().urlEncodingEnabled(false).get(path + query).path("items." + id);
        Rdf list = read(path + ".jsonld" + query);
        Rdf words = read("/v1/vocabularies.jsonld");
        Set<String> explained = words.triples().stream().map(triple -> triple.getSubject().getValue()).collect(Collectors.toSet());

        assertThat(order(list)).hasSameSizeAs(listed).isNotEmpty().allMatch(url -> listed.contains(url.substring(url.lastIndexOf('/') + 1)));
        assertThat(order(list).stream().map(url -> url.substring(url.lastIndexOf('/') + 1))).isEqualTo(listed);
        assertThat(used(list)).allMatch(iri -> iri.startsWith(Rdf.SCHEMA) ? SCHEMA.contains(iri.substring(Rdf.SCHEMA.length()))
                : iri.startsWith("https://chancery.example/") ? explained.contains(iri) : iri.startsWith("http://www.w3.org/"));
    }

    @Test
    void participation_shouldLeadFromItsEventToItsActor() throws JsonLdError {
        JsonNode meeting = Make.meeting();
        UUID person = Make.person();
        String path = "meetings/" + Api.id(meeting) + "/participants";
        String part = path + "/" + Api.create("/" + path, Make.participant(person)).get("id").textValue();
        Rdf rdf = read("/v1/" + part + ".jsonld");

        assertThat(rdf.subjects("attendee", part)).containsExactly("meetings/" + Api.id(meeting));
        assertThat(rdf.objects(part, "attendee")).containsExactly("people/" + person);
        assertThat(rdf.objects(part, "chancery:role")).containsExactly("participation-role/principal");
    }

    @Test
    void signature_shouldBelongToItsDeclaration_andCiteItsSource() throws JsonLdError {
        String declaration = "declarations/" + Api.id(Make.declaration());
        UUID person = Make.person();
        String part = declaration + "/signatures/" + Api.create("/" + declaration + "/signatures",
                Make.signature(person, "date", "2026-01-06", "citations", Make.attestedOn("2026-01-06"))).get("id").textValue();
        Rdf rdf = read("/v1/" + part + ".jsonld");

        check("/v1/" + declaration + "/signatures", "?limit=200", "id");
        assertThat(rdf.subjects("chancery:signature", part)).containsExactly(declaration);
        assertThat(rdf.objects(part, "chancery:signatory")).containsExactly("people/" + person);
        assertThat(rdf.objects(part, "chancery:date")).containsExactly("2026-01-06^EDTF");
        assertThat(rdf.objects(part, "subjectOf")).hasSize(1);
    }

    @Test
    void counterpart_shouldSayHowOftenTheyMet() throws JsonLdError {
        String macron = "people/" + Starter.id("person:emmanuel-macron");
        JsonNode row = Api.get("/" + ZELENSKY + "/counterparts", "limit", 200).get("items");
        int count = StreamSupport.stream(row.spliterator(), false).filter(each -> macron.endsWith(each.get("id").textValue())).findFirst().orElseThrow()
                .get("count").intValue();
        Rdf rdf = read("/v1/" + ZELENSKY + "/counterparts.jsonld?limit=200");

        assertThat(rdf.objects(macron, "chancery:encounters")).containsExactly(count + "^integer");
        assertThat(rdf.objects(macron, "chancery:firstEncounter", "startDate")).hasSize(1);
    }

    /** The members of the list. */
    private static List<String> order(Rdf list) {
        String rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
        RdfValue rest = list.triples().stream().filter(triple -> triple.getPredicate().getValue().equals(Rdf.iri("itemListElement")))
                .findFirst().orElseThrow().getObject();
        Stream.Builder<String> members = Stream.builder();
        while (!rest.getValue().endsWith("#nil")) {
            RdfValue here = rest;
            List<RdfNQuad> cell = list.triples().stream().filter(triple -> triple.getSubject().equals(here)).toList();
            cell.stream().filter(triple -> triple.getPredicate().getValue().equals(rdf + "first")).forEach(triple -> members.add(triple.getObject().getValue()));
            rest = cell.stream().filter(triple -> triple.getPredicate().getValue().equals(rdf + "rest")).findFirst().orElseThrow().getObject();
        }
        return members.build().toList();
    }

    /** All words: what is said, what things are, and terms of vocabularies. */
    private static Set<String> used(Rdf rdf) {
        Set<String> used = new TreeSet<>();
        for (RdfNQuad triple : rdf.triples()) {
            used.add(triple.getPredicate().getValue());
            String object = triple.getObject().getValue();
            if (triple.getPredicate().getValue().equals(Rdf.TYPE) || object.startsWith(Rdf.SCHEMA) || object.startsWith("https://chancery.example/")) {
                used.add(object);
            }
        }
        return used;
    }

    @Test
    void person_shouldHoldOfficesForATime() throws JsonLdError {
        Rdf rdf = read("/v1/" + ZELENSKY + ".jsonld");
        String office = "positions/" + Starter.id("position:president-of-ukraine");
        String holding = rdf.objects(ZELENSKY, "hasOccupation").first();

        assertThat(rdf.objects(ZELENSKY, "a")).containsExactly("Person");
        assertThat(rdf.objects(ZELENSKY, "name")).contains("Volodymyr Zelensky@en", "Володимир Зеленський@uk");
        assertThat(rdf.objects(ZELENSKY, "alternateName")).contains("Zelensk@ro", "Зеленський@uk").doesNotContain("Volodymyr Zelensky@en");
        assertThat(rdf.objects(ZELENSKY, "sameAs")).containsExactly("https://www.wikidata.org/wiki/Q3874799");
        assertThat(rdf.objects(ZELENSKY, "identifier", "propertyID")).containsExactly("wikidata");
        assertThat(rdf.objects(holding, "a")).containsExactly("Role");
        assertThat(rdf.objects(holding, "startDate")).containsExactly("2019-05-20");
        assertThat(rdf.objects(holding, "hasOccupation")).containsExactly(office);
        assertThat(rdf.objects(holding, "roleName")).containsExactly("President of Ukraine@en");
        assertThat(rdf.objects(office, "a")).containsExactly("Occupation", "http://www.w3.org/ns/org#Post");
        assertThat(rdf.objects(office, "org:postIn")).containsExactly(UKRAINE);
        assertThat(rdf.objects(UKRAINE, "a")).containsExactly("Country");
        assertThat(rdf.objects(ZELENSKY, "subjectOf")).contains("sources/" + Starter.id("source:article-000"));
    }

    @Test
    void occupancy_shouldLeadToItsPerson_andTheRoleOnToTheOffice() throws JsonLdError {
        String holding = "occupancies/" + Api.get("/people/" + Starter.id("person:volodymyr-zelensky"), "include", "occupancies").at("/occupancies/0/id").textValue();
        Rdf rdf = read("/v1/" + holding + ".jsonld");

        assertThat(rdf.subjects("hasOccupation", holding)).containsExactly(ZELENSKY);
        assertThat(rdf.objects(holding, "a")).containsExactly("Role");
    }

    @Test
    void designate_shouldNotHoldTheOffice() throws JsonLdError {
        String position = Make.presidency(Make.state()).toString();
        String person = Make.person().toString();
        String holding = Api.create("/occupancies", Json.of("personId", person, "positionId", position, "designate", true)).get("id").textValue();
        Rdf rdf = read("/v1/people/" + person + ".jsonld");

        assertThat(rdf.objects("people/" + person, "hasOccupation")).isEmpty();
        assertThat(rdf.objects("people/" + person, "chancery:designatedTo")).containsExactly("occupancies/" + holding);
    }

    @ParameterizedTest
    @CsvSource({"full, memberOf", "associate, memberOf", "suspended, memberOf", "observer, chancery:observerOf", "candidate, chancery:candidateFor"})
    void membership_shouldBeWhatItsStatusSays(String status, String term) throws JsonLdError {
        String organization = Make.organization("igo").toString();
        String person = Make.person().toString();
        String membership = "memberships/" + Api.create("/memberships", Json.of("memberId", person, "organizationId", organization, "status", status,
                "role", "rapporteur", "start", "2024-03", "end", "2025")).get("id").textValue();
        Rdf rdf = read("/v1/" + membership + ".jsonld");

        assertThat(rdf.subjects(term, membership)).containsExactly("people/" + person);
        assertThat(rdf.objects(membership, term)).containsExactly("organizations/" + organization);
        assertThat(rdf.objects(membership, "a")).containsExactly("OrganizationRole");
        assertThat(rdf.objects(membership, "startDate")).containsExactly("2024-03");
        assertThat(rdf.objects(membership, "endDate")).containsExactly("2025");
        assertThat(rdf.objects(membership, "roleName")).containsExactly("rapporteur");
    }

    @Test
    void state_shouldBeACountry_withItsLeadersOfTheDay() throws JsonLdError {
        Rdf rdf = read("/v1/" + FRANCE + ".jsonld?asOf=2026-01-06");
        String macron = "people/" + Starter.id("person:emmanuel-macron");

        assertThat(rdf.objects(FRANCE, "a")).containsExactly("Country");
        assertThat(rdf.objects(FRANCE, "identifier", "value")).contains("FR", "FRA", "250");
        assertThat(rdf.objects(FRANCE, "chancery:leader")).contains(macron);
        assertThat(rdf.objects(macron, "hasOccupation", "roleName")).contains("President of the French Republic@en");
    }

    @Test
    void summit_shouldBeAnEvent_asSourcesTellIt() throws JsonLdError {
        Rdf rdf = read("/v1/" + PARIS + ".jsonld");
        String witkoff = "people/" + Starter.id("person:steve-witkoff");
        String starmer = "people/" + Starter.id("person:keir-starmer");

        assertThat(rdf.objects(PARIS, "a")).containsExactly("Event", "chancery:Summit");
        assertThat(rdf.objects(PARIS, "startDate")).containsExactly("2026-01-06T15:00:00+01:00");
        assertThat(rdf.objects(PARIS, "eventStatus")).containsExactly("EventScheduled");
        assertThat(rdf.objects(PARIS, "chancery:status")).containsExactly("event-status/held");
        assertThat(rdf.objects(PARIS, "eventAttendanceMode")).containsExactly("OfflineEventAttendanceMode");
        assertThat(rdf.objects(PARIS, "chancery:countriesReported")).containsExactly("35^integer");
        assertThat(rdf.objects(PARIS, "superEvent")).hasSize(1).allMatch(url -> url.startsWith("series/"));
        assertThat(rdf.objects(PARIS, "workFeatured")).contains("declarations/019b95c0-d000-7313-91d5-1fe59f9f5090");
        assertThat(rdf.objects(PARIS, "attendee", "attendee")).contains(witkoff).doesNotContain(starmer);
        assertThat(rdf.objects(PARIS, "chancery:expected", "chancery:expected")).contains(starmer).doesNotContain(witkoff);
        assertThat(rdf.objects(PARIS, "attendee", "chancery:inNameOf")).contains("states/" + Starter.id("state:US"));
        assertThat(rdf.objects(PARIS, "subjectOf")).hasSize(3);
    }

    @Test
    void declaration_shouldBeAWork_withItsCommitments() throws JsonLdError {
        String draft = "declarations/019b95c0-d000-7313-91d5-1fe59f9f5090";
        Rdf rdf = read("/v1/" + draft + ".jsonld");

        assertThat(rdf.objects(draft, "a")).containsExactly("CreativeWork", "chancery:Declaration");
        assertThat(rdf.objects(draft, "creativeWorkStatus")).containsExactly("draft");
        assertThat(rdf.objects(draft, "datePublished")).as("a draft is not published").isEmpty();
        assertThat(rdf.objects(draft, "chancery:start")).containsExactly("2026-01-06^EDTF");
        assertThat(rdf.subjects("workFeatured", draft)).containsExactly(PARIS);
        assertThat(rdf.objects(draft, "chancery:commitment", "chancery:beneficiary")).contains(UKRAINE);
        assertThat(rdf.objects(draft, "hasPart", "text")).contains("angajamente obligatorii@ro");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"2026, 2026, -", "2026-01, 2026-01, -", "2026-01-06, 2026-01-06, -", "2026-01-XX, 2026-01, 2026-01-XX^EDTF",
        "2026-01-06?, -, 2026-01-06?^EDTF", "2026-01~, -, 2026-01~^EDTF", "2026-01-05/2026-01-07, -, 2026-01-05/2026-01-07^EDTF",
        "2026-01-06/.., -, 2026-01-06/..^EDTF"})
    void date_shouldBeIso8601AsFarAsThatSaysIt_andEdtfBeyond(String date, String iso, String edtf) throws JsonLdError {
        String id = "meetings/" + Make.meeting("start", Json.of("date", date)).get("id").textValue();
        Rdf rdf = read("/v1/" + id + ".jsonld");

        assertThat(rdf.objects(id, "startDate")).isEqualTo(iso == null ? Set.of() : Set.of(iso));
        assertThat(rdf.objects(id, "chancery:start")).isEqualTo(edtf == null ? Set.of() : Set.of(edtf));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"held, EventScheduled", "announced, EventScheduled", "postponed, EventPostponed", "cancelled, EventCancelled",
        "not-held, EventCancelled", "rumoured, -", "proposed, -", "unknown, -"})
    void event_shouldHaveTheStatusOfSchemaOrg(String status, String expected) throws JsonLdError {
        String id = "meetings/" + Make.meeting("status", status).get("id").textValue();

        assertThat(read("/v1/" + id + ".jsonld").objects(id, "eventStatus")).isEqualTo(expected == null ? Set.of() : Set.of(expected));
    }

    @Test
    void event_shouldSayWhenItWasToBe_whenItWasMoved() throws JsonLdError {
        String id = Make.meeting("status", "announced", "start", Json.of("date", "2031-05-01")).get("id").textValue();
        Api.patch("/meetings/" + id, Api.get("/meetings/" + id), Json.of("start", Json.of("date", "2031-05-03")));
        Rdf rdf = read("/v1/meetings/" + id + ".jsonld");

        assertThat(rdf.objects("meetings/" + id, "eventStatus")).containsExactly("EventRescheduled");
        assertThat(rdf.objects("meetings/" + id, "startDate")).containsExactly("2031-05-03");
        assertThat(rdf.objects("meetings/" + id, "previousStartDate")).containsExactly("2031-05-01");
    }

    @Test
    void event_shouldBeOnline_whenItWasACall() throws JsonLdError {
        String id = "meetings/" + Make.meeting("kind", "phone-call").get("id").textValue();
        Rdf rdf = read("/v1/" + id + ".jsonld");

        assertThat(rdf.objects(id, "eventAttendanceMode")).containsExactly("OnlineEventAttendanceMode");
        assertThat(rdf.objects(id, "location", "a")).containsExactly("VirtualLocation");
    }

    @Test
    void vocabularies_shouldHaveLabelsInThreeLanguages() throws JsonLdError {
        Rdf rdf = read("/v1/vocabularies.jsonld");
        String skos = "http://www.w3.org/2004/02/skos/core#";
        List<RdfNQuad> terms = rdf.triples().stream().filter(triple -> triple.getPredicate().getValue().equals(Rdf.TYPE)
                && (triple.getObject().getValue().equals(skos + "Concept") || triple.getSubject().getValue().startsWith(Rdf.OWN))).toList();

        assertThat(terms).hasSizeGreaterThan(250).allSatisfy(term -> assertThat(rdf.triples().stream()
                .filter(triple -> triple.getSubject().equals(term.getSubject())).filter(triple -> triple.getPredicate().getValue().matches(".*[lL]abel"))
                .flatMap(triple -> triple.getObject().asLiteral().getLanguage().stream())).containsExactlyInAnyOrder("en", "uk", "ro"));
    }

    private static Rdf read(String path) throws JsonLdError {
        return Rdf.of(given().urlEncodingEnabled(false).get(path).then().statusCode(200).extract().asString());
    }
}
