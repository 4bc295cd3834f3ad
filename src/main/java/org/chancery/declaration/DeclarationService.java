package org.chancery.declaration;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.api.model.Commitment;
import org.chancery.api.model.Declaration;
import org.chancery.api.model.DeclarationCreate;
import org.chancery.api.model.Excerpt;
import org.chancery.api.model.ExcerptInput;
import org.chancery.api.model.Signature;
import org.chancery.event.EventService;
import org.chancery.participation.CommitmentService;
import org.chancery.participation.SignatureService;
import org.chancery.record.Draft;
import org.chancery.record.Labels;
import org.chancery.record.RecordType;

/** Declarations: what they have beside other events, their excerpts with them. */
@Singleton
public class DeclarationService extends EventService<DeclarationEntity, DeclarationCreate, Declaration> {
    private final SignatureService signatures;
    private final CommitmentService commitments;

    DeclarationService(SignatureService signatures, CommitmentService commitments) {
        super(RecordType.DECLARATION, DeclarationEntity.class, DeclarationCreate.class, Declaration.class, Declaration::getVersion);
        this.signatures = signatures;
        this.commitments = commitments;
    }

    @Override
    protected String fetched() {
        return "left join fetch e.excerpts";
    }

    @Override
    protected DeclarationEntity blank() {
        return new DeclarationEntity();
    }

    @Override
    protected void special(DeclarationCreate document, DeclarationEntity row, Draft draft) {
        row.textStatus = document.getTextStatus();
        row.excerpts.clear();
        for (ExcerptInput input : Draft.list(document.getExcerpts())) {
            ExcerptValue value = new ExcerptValue();
            value.lang = input.getLang();
            value.text = input.getText();
            value.original = Boolean.TRUE.equals(input.getOriginal());
            row.excerpts.add(value);
        }
    }

    @Override
    protected void special(DeclarationEntity row, DeclarationCreate document) {
        document.textStatus(row.textStatus).excerpts(row.excerpts.stream().map(value -> new ExcerptInput().lang(value.lang).text(value.text)
                .original(value.original ? true : null)).toList());
    }

    @Override
    protected void special(List<DeclarationEntity> rows, List<Declaration> shown, Labels.Labelled labelled) {
        List<UUID> ids = rows.stream().map(DeclarationEntity::id).toList();
        Map<UUID, List<Signature>> signed = included("signatures", () -> signatures.ofDeclarations(ids));
        Map<UUID, List<Commitment>> owed = included("commitments", () -> commitments.ofDeclarations(ids));
        for (int i = 0; i < rows.size(); i++) {
            DeclarationEntity row = rows.get(i);
            shown.get(i).textStatus(row.textStatus)
                    .excerpts(row.excerpts.stream().map(value -> new Excerpt().lang(value.lang).text(value.text).original(value.original)).toList())
                    .signatures(signed == null ? null : signed.getOrDefault(row.id(), List.of()))
                    .commitments(owed == null ? null : owed.getOrDefault(row.id(), List.of()));
        }
    }
}
