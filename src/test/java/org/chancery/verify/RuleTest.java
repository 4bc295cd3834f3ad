package org.chancery.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.chancery.verify.ContractDocument.Operation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule of the domain is kept on creation and on change alike, with the place named and nothing changed. */
@QuarkusTest
class RuleTest {
    private static final String UKRAINE = "019b95c0-d000-7dfa-afe0-db9ece9d5161";
    private static final String FRANCE = "019b95c0-d000-7a7d-8da4-12f60b30655f";
    private static final String NATO = "019b95c0-d000-7752-be1b-2cbb56f36113";
    private static final String ZELENSKY = "019b95c0-d000-735c-be9d-ec82bb3a0f08";
    private static final String SOURCE = "019b95c0-d000-787f-8e9b-aba9a95e5c64";
    private static final String SUMMIT = "019b95c0-d000-7eb0-a9b6-29cd4e285ec5";

    @Inject
    DataSource database;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "people|{'birthDate':'1990','deathDate':'1980'}|422|/deathDate",
        "people|{'names':[{'value':'A','lang':'en','kind':'common','validFrom':'2020','validTo':'2010'}]}|422|/names/0/validTo",
        "people|{'names':[{'value':'A','lang':'en','kind':'common','display':true},{'value':'B','lang':'en','kind':'common','display':true}]}|422|/names/1/display",
        "people|{'names':[{'value':'A','lang':'en','kind':'inflected','display':true}]}|422|/names/0/display",
        "people|{'identifiers':[{'scheme':'wikidata','value':'1254'}]}|422|/identifiers/0/value",
        "people|{'identifiers':[{'scheme':'no-such-scheme','value':'1254'}]}|422|/identifiers/0/scheme",
        "people|{'identifiers':[{'scheme':'wikidata','value':'Q777777771'},{'scheme':'wikidata','value':'Q777777771'}]}|422|/identifiers/1",
        "people|{'citations':[{'sourceId':'SOURCE','quote':'words'}]}|422|/citations/0/quoteLang",
        "people|{'citations':[{'sourceId':'SOURCE','field':'/colour'}]}|422|/citations/0/field",
        "people|{'citations':[{'sourceId':'ZELENSKY'}]}|422|/citations/0/sourceId",
        "states|{'validFrom':'2000','validTo':'1898'}|422|/validTo",
        "states|{'predecessorIds':['UKRAINE','UKRAINE']}|422|/predecessorIds",
        "states|{'predecessorIds':['NATO']}|422|/predecessorIds/0",
        "organizations|{'founded':'2000','dissolved':'1990'}|422|/dissolved",
        "organizations|{'parentId':'UKRAINE'}|422|/parentId",
        "organizations|{'stateId':'NATO'}|422|/stateId",
        "positions|{'validFrom':'2000','validTo':'1990'}|422|/validTo",
        "positions|{'functions':[{'function':'minister','validFrom':'2000','validTo':'1990'}]}|422|/functions/0/validTo",
        "positions|{'actorId':'ZELENSKY'}|422|/actorId",
        "occupancies|{'start':'2020-02','end':'2020-01'}|422|/end",
        "occupancies|{'personId':'NATO'}|422|/personId",
        "memberships|{'start':'2020-02','end':'2020-01'}|422|/end",
        "memberships|{'memberId':'NATO'}|422|/memberId",
        "memberships|{'organizationId':'UKRAINE'}|422|/organizationId",
        "meetings|{'start':{'date':'2026-01-06'},'end':{'date':'2026-01-05'}}|422|/end",
        "meetings|{'start':{'date':'2026-01-06','time':'15:00','dayPart':'morning','zone':'Europe/Paris'}}|400|/start/dayPart",
        "meetings|{'start':{'date':'2026-01-06','time':'15:00','dayPart':null,'zone':'Europe/Paris'},'end':{'date':'2026-01-06','time':'14:00','zone':'Europe/Paris'}}|422|/end",
        "meetings|{'start':null,'end':{'date':'2026-01-05'}}|422|/start",
        "meetings|{'start':{'date':'2026-01-06','time':'15:00','dayPart':null,'zone':null}}|400|/start/zone",
        "meetings|{'start':{'date':'2026-01','time':'15:00','dayPart':null,'zone':'Europe/Paris'}}|400|/start/time",
        "meetings|{'start':{'date':'2026-01-06','zone':'Mars/Olympus'}}|400|/start/zone",
        "meetings|{'partOfId':'UKRAINE'}|422|/partOfId",
        "meetings|{'seriesId':'SUMMIT'}|422|/seriesId",
        "meetings|{'place':{'stateId':'NATO'}}|422|/place/stateId",
        "meetings|{'relations':[{'relation':'follows','eventId':'SUMMIT'},{'relation':'follows','eventId':'SUMMIT'}]}|422|/relations",
        "meetings|{'relations':[{'relation':'follows','eventId':'NATO'}]}|422|/relations/0/eventId",
        "meetings|{'participants':[{'role':'guest','attendance':'attended'}]}|422|/participants/0/actorId",
        "meetings|{'participants':[{'actorId':'ZELENSKY','role':'guest','attendance':'attended'},{'actorId':'ZELENSKY','role':'guest','attendance':'attended'}]}|422|/participants/1/actorId",
        "meetings|{'participants':[{'actorId':'SUMMIT','role':'guest','attendance':'attended'}]}|422|/participants/0/actorId",
        "meetings|{'participants':[{'actorId':'ZELENSKY','role':'guest','attendance':'attended','onBehalfOfId':'ZELENSKY'}]}|422|/participants/0/onBehalfOfId",
        "meetings|{'participants':[{'actorId':'ZELENSKY','role':'guest','attendance':'attended','capacity':{'title':'x'}}]}|422|/participants/0/capacity/titleLang",
        "summits|{'countriesReported':5,'representedByLeaders':6}|422|/representedByLeaders",
        "summits|{'hostId':'ZELENSKY'}|422|/hostId",
        "declarations|{'excerpts':[{'lang':'en','text':'a'},{'lang':'zz-','text':'b'}]}|400|/excerpts/1/lang",
        "series|{'organizationId':'UKRAINE'}|422|/organizationId",
        "sources|{'url':null,'reference':null,'title':null}|422|/url",
        "sources|{'originId':'UKRAINE'}|422|/originId"})
    void rule_shouldBeKept(String collection, String change, int status, String place) throws JsonProcessingException, SQLException {
        JsonNode broken = json(change);
        Operation creation = ContractDocument.operation("POST", "/v1/" + collection).orElseThrow();
        String path = World.path(creation.path() + "/{id}");
        String tag = World.tag(path);
        String before = Fingerprint.of(database);

        assertRefused(Call.post(creation.path(), merged(World.document(creation), broken)), status, place);
        // a patch has no participants and takes no start away as a whole
        if (!broken.has("participants") && !broken.path("start").isNull()) {
            assertRefused(Call.patch(path, tag, broken), status, place);
        }

        assertThat(Fingerprint.of(database)).isEqualTo(before);
        assertThat(World.tag(path)).isEqualTo(tag);
    }

    /** A record that refers to itself, which only a change can bring about. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "states|{'predecessorIds':['SELF']}|/predecessorIds",
        "organizations|{'parentId':'SELF'}|/parentId",
        "organizations|{'predecessorIds':['SELF']}|/predecessorIds",
        "meetings|{'partOfId':'SELF'}|/partOfId",
        "meetings|{'relations':[{'relation':'follows','eventId':'SELF'}]}|/relations",
        "sources|{'originId':'SELF'}|/originId"})
    void record_shouldNotReferToItself(String collection, String change, String place) throws JsonProcessingException {
        String path = World.path("/v1/" + collection + "/{id}");

        assertRefused(Call.patch(path, "*", json(change.replace("SELF", path.substring(path.lastIndexOf('/') + 1)))), 422, place);
    }

    private static void assertRefused(Call call, int status, String place) {
        Call.Answer answer = call.send().with(status);

        List<String> places = answer.json().get("errors").findValuesAsText("pointer");
        assertThat(places).as(answer.toString()).contains(place);
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return ContractDocument.JSON.readTree(text.replace('\'', '"').replace("UKRAINE", UKRAINE).replace("FRANCE", FRANCE)
                .replace("NATO", NATO).replace("ZELENSKY", ZELENSKY).replace("SOURCE", SOURCE).replace("SUMMIT", SUMMIT));
    }

    /** As a client would write it anew: without what the change takes away. */
    private static ObjectNode merged(ObjectNode document, JsonNode change) {
        change.properties().forEach(member -> {
            if (member.getValue().isNull()) {
                document.remove(member.getKey());
            } else if (member.getValue().isObject()) {
                document.set(member.getKey(), merged(document.withObject("/" + member.getKey()), member.getValue()));
            } else {
                document.set(member.getKey(), member.getValue());
            }
        });
        return document;
    }
}
