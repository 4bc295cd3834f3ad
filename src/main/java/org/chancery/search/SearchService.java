package org.chancery.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.chancery.api.model.NameMatch;
import org.chancery.api.model.NamePart;
import org.chancery.api.model.SearchFacet;
import org.chancery.api.model.SearchHit;
import org.chancery.api.model.Suggestion;
import org.chancery.contract.RequestParameters;
import org.chancery.paging.FieldPages;
import org.chancery.paging.Page;
import org.chancery.record.AsOf;
import org.chancery.record.Labels;
import org.chancery.record.RecordType;
import org.chancery.text.TypedName;

/** What a user finds who types a name. */
@ApplicationScoped
class SearchService {
    private static final int NAMES = 500;
    private static final int NAMES_TO_SUGGEST = 100;

    private final NameSearch names;
    private final HitViews views;
    private final FieldPages pages;
    private final Labels labels;
    private final RequestParameters parameters;
    private final AsOf asOf;

    SearchService(NameSearch names, HitViews views, FieldPages pages, Labels labels, RequestParameters parameters, AsOf asOf) {
        this.names = names;
        this.views = views;
        this.pages = pages;
        this.labels = labels;
        this.parameters = parameters;
        this.asOf = asOf;
    }

    record Found(Page<SearchHit> page, List<SearchFacet> facets) {
    }

    @Transactional
    Found search() {
        TypedName typed = typed();
        NameSearch.Found found = names.find(List.of(typed), types(), new NameSearch.Depth(NAMES, true, asOf.given() ? asOf.day() : null)).get(0);
        Map<String, NameHit> ranked = new LinkedHashMap<>();
        found.hits().forEach(hit -> ranked.put(rank(hit), hit));
        List<String> order = List.copyOf(ranked.keySet());
        Page<String> page = pages.page("search|" + parameters.filters(), (after, limit) -> {
            int first = after == null ? 0 : next(order, after);
            return order.subList(first, Math.min(order.size(), first + limit));
        });
        return new Found(page.map(ranks -> views.of(ranks.stream().map(ranked::get).toList(), typed)), facets(found));
    }

    @Transactional
    List<Suggestion> suggest() {
        TypedName typed = typed();
        List<NameHit> hits = names.find(List.of(typed), types(), new NameSearch.Depth(NAMES_TO_SUGGEST, false, null)).get(0).hits();
        List<NameHit> shown = hits.subList(0, Math.min(hits.size(), parameters.integer("limit").orElseThrow()));
        Labels.Labelled labelled = labels.of(shown.stream().map(NameHit::id).toList());
        return shown.stream().map(hit -> new Suggestion().id(hit.id()).recordType(hit.type().word()).name(labelled.show(hit.id()))
                .match(match(hit, typed)).href(hit.type().href(hit.id()))).toList();
    }

    private TypedName typed() {
        return TypedName.of(parameters.one("q").orElseThrow());
    }

    private Collection<RecordType> types() {
        List<RecordType> asked = parameters.all("recordType").stream().map(RecordType::of).toList();
        return asked.isEmpty() ? NameSearch.TYPES : asked;
    }

    /** Where a hit is in the order, as the cursor keeps it. */
    private static String rank(NameHit hit) {
        return String.format(Locale.ROOT, "%.4f %s", hit.score(), hit.id());
    }

    /** Behind the last row of the page before; where that has gone meanwhile, at the next lower score. */
    private static int next(List<String> order, String last) {
        if (order.contains(last)) {
            return order.indexOf(last) + 1;
        }
        double score = score(last);
        return (int) order.stream().takeWhile(rank -> score(rank) >= score).count();
    }

    private static double score(String rank) {
        return Double.parseDouble(rank.substring(0, rank.indexOf(' ')));
    }

    private static List<SearchFacet> facets(NameSearch.Found found) {
        Map<RecordType, Long> counts = found.hits().stream().collect(Collectors.groupingBy(NameHit::type, Collectors.counting()));
        List<SearchFacet> facets = new ArrayList<>();
        counts.forEach((type, count) -> facets.add(new SearchFacet().recordType(type.word()).count(count.intValue()).more(found.more().contains(type))));
        facets.sort(Comparator.comparing(SearchFacet::getCount).reversed().thenComparing(SearchFacet::getRecordType));
        return facets;
    }

    static NameMatch match(NameHit hit, TypedName typed) {
        return new NameMatch().value(hit.value()).lang(hit.lang()).kind(hit.kind()).how(hit.how().name().toLowerCase(Locale.ROOT)).score(hit.score())
                .parts(hit.parts(typed).stream().map(part -> new NamePart().text(part.text()).matched(part.matched())).toList());
    }
}
