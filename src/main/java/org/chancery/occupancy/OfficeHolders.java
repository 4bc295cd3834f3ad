package org.chancery.occupancy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.api.model.OfficeHolder;
import org.chancery.occupancy.Holdings.Holding;
import org.chancery.record.AsOf;
import org.chancery.record.Dates;
import org.chancery.record.Labels;

/** Who holds offices at the request's date, nested in states, organizations and positions; two statements. */
@ApplicationScoped
public class OfficeHolders {
    private final Holdings holdings;
    private final Labels labels;
    private final AsOf asOf;

    OfficeHolders(Holdings holdings, Labels labels, AsOf asOf) {
        this.holdings = holdings;
        this.labels = labels;
        this.asOf = asOf;
    }

    public Map<UUID, List<OfficeHolder>> leadersOf(List<UUID> actors) {
        return views(holdings.leadersOf(actors, asOf.day(), asOf.certainOnly()), Holding::actorId);
    }

    public Map<UUID, List<OfficeHolder>> ofPositions(List<UUID> positions) {
        return views(holdings.ofPositions(positions, asOf.day(), asOf.certainOnly()), Holding::positionId);
    }

    /** In the order of the ids, which are those of occupancies that hold on the request's date. */
    List<OfficeHolder> ofOccupancies(List<UUID> occupancies) {
        Map<UUID, List<OfficeHolder>> views = views(holdings.ofOccupancies(occupancies, asOf.day(), asOf.certainOnly()), Holding::occupancyId);
        return occupancies.stream().flatMap(id -> views.getOrDefault(id, List.of()).stream()).toList();
    }

    private Map<UUID, List<OfficeHolder>> views(List<Holding> held, Function<Holding, UUID> owner) {
        List<UUID> shown = new ArrayList<>();
        held.forEach(holding -> shown.addAll(List.of(holding.personId(), holding.positionId())));
        Labels.Labelled labelled = labels.of(shown);
        return held.stream().collect(Collectors.groupingBy(owner, Collectors.mapping(holding -> new OfficeHolder()
                .personId(holding.personId()).personName(labelled.show(holding.personId())).occupancyId(holding.occupancyId())
                .positionId(holding.positionId()).positionName(labelled.show(holding.positionId())).functions(holding.functions())
                .since(Dates.view(holding.start())).acting(holding.acting()).certainty(holding.certainty()), Collectors.toList())));
    }
}
