package org.chancery.reconcile;

import java.util.List;
import java.util.Map;
import org.chancery.reconcile.Cards.Card;
import org.chancery.reconcile.ExtendService.Extension;
import org.chancery.reconcile.ExtendService.Value;

/** The small page about a record that clients show in a frame of {@value #WIDTH} by {@value #HEIGHT} pixels. */
final class PreviewPage {
    static final int WIDTH = 420;
    static final int HEIGHT = 240;

    /** Values of one property shown, so that the page stays small. */
    private static final int MOST = 6;

    private PreviewPage() {
    }

    static String write(Card card, Extension extension) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>").append(escape(card.name()))
                .append("</title><style>body{font:13px/1.35 sans-serif;margin:8px}h1{font-size:16px;margin:0}p{margin:2px 0 6px;color:#555}")
                .append("th{text-align:left;vertical-align:top;padding-right:8px;font-weight:normal;color:#555}</style></head><body><h1>")
                .append(escape(card.name())).append("</h1><p>").append(escape(Types.of(card.type()).name()));
        if (card.description() != null) {
            page.append(" · ").append(escape(card.description()));
        }
        page.append("</p><table>");
        Map<String, List<Value>> row = extension.rows().get(card.id().toString());
        extension.meta().stream().filter(property -> !row.get(property.id()).isEmpty()).forEach(property -> {
            List<Value> values = row.get(property.id());
            page.append("<tr><th>").append(escape(property.name())).append("</th><td>")
                    .append(escape(String.join("; ", values.stream().limit(MOST).map(PreviewPage::text).distinct().toList())))
                    .append(values.size() > MOST ? "; …" : "").append("</td></tr>");
        });
        return page.append("</table></body></html>\n").toString();
    }

    private static String text(Value value) {
        return value.str() != null ? value.str() : value.name();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }
}
