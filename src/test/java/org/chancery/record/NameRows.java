package org.chancery.record;

import java.util.List;
import org.chancery.api.model.NameInput;
import org.chancery.time.PartialDate;

/**
 * Names as the service would keep them: folded, and with the one that sorts the record.
 *
 * @param sortName see {@link Draft#sortName}
 */
public record NameRows(String sortName, List<Row> rows) {
    /** A row of the table {@code name}. */
    public record Row(String value, String lang, String script, String kind, boolean display, PartialDate validTo, String folded) {
    }

    /** Goes through the code that writes the names of a document. */
    public static NameRows of(List<NameInput> inputs) {
        RegistryRecord holder = new RegistryRecord() {
            @Override
            public RecordType recordType() {
                return null;
            }
        };
        Draft draft = new Draft();
        draft.names(holder, inputs);
        draft.check();
        return new NameRows(Draft.sortName(holder.names()), holder.names().stream().map(name -> new Row(name.value, name.lang, name.script, name.kind,
                name.display, name.validTo == null ? null : PartialDate.parse(name.validTo.edtf()), name.folded)).toList());
    }
}
