package org.chancery.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.chancery.api.StatesApi;
import org.chancery.api.model.AsOfMode;
import org.chancery.api.model.OfficeHolder;
import org.chancery.api.model.OfficeHolderPage;
import org.chancery.api.model.State;
import org.chancery.api.model.StateCreate;
import org.chancery.api.model.StatePage;
import org.chancery.http.Answers;
import org.chancery.occupancy.OfficeHolderLists;
import org.chancery.paging.Page;
import org.chancery.record.RecordType;
import org.jboss.resteasy.reactive.RestResponse;

/** The arguments are those of the contract; the shared mechanism reads the validated parameters by their names. */
class StateResource implements StatesApi {
    private final StateService states;
    private final OfficeHolderLists holders;
    private final Answers answers;

    StateResource(StateService states, OfficeHolderLists holders, Answers answers) {
        this.states = states;
        this.holders = holders;
        this.answers = answers;
    }

    @Override
    public RestResponse<StatePage> listStates(List<String> code, String name, String asOf, AsOfMode asOfMode, List<UUID> ids,
            OffsetDateTime updatedFrom, OffsetDateTime updatedTo, Integer limit, String cursor, Boolean includeTotal,
            List<String> sort, List<String> include, String lang, String acceptLanguage) {
        Page<State> page = states.list();
        return answers.page(new StatePage().items(page.items()).nextCursor(page.next()).total(page.total()), page);
    }

    @Override
    public RestResponse<State> createState(StateCreate body, String lang, String acceptLanguage) {
        return answers.create(states, body);
    }

    @Override
    public RestResponse<State> getState(UUID id, String asOf, AsOfMode asOfMode, List<String> include, String lang,
            String acceptLanguage, String ifNoneMatch) {
        return answers.read(states, id, ifNoneMatch);
    }

    @Override
    public RestResponse<State> updateState(UUID id, String ifMatch, JsonNode body, String lang, String acceptLanguage) {
        return answers.change(states, id, ifMatch, body);
    }

    @Override
    public RestResponse<Void> deleteState(UUID id, String ifMatch, String reason) {
        return answers.retract(states, id, ifMatch, reason);
    }

    @Override
    public RestResponse<OfficeHolderPage> listStateLeaders(UUID id, String asOf, AsOfMode asOfMode, Integer limit, String cursor,
            Boolean includeTotal, List<String> sort, String lang, String acceptLanguage) {
        return holders(holders.leaders(RecordType.STATE, id));
    }

    @Override
    public RestResponse<OfficeHolderPage> listStateOfficials(UUID id, String asOf, AsOfMode asOfMode, List<String> function,
            Integer limit, String cursor, Boolean includeTotal, List<String> sort, String lang, String acceptLanguage) {
        return holders(holders.officials(RecordType.STATE, id));
    }

    private RestResponse<OfficeHolderPage> holders(Page<OfficeHolder> page) {
        return answers.page(new OfficeHolderPage().items(page.items()).nextCursor(page.next()).total(page.total()), page);
    }
}
