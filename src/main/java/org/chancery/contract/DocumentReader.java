package org.chancery.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.chancery.api.model.ProblemError;
import org.chancery.problem.ProblemException;

/** Reads documents that are no body of a request as if they were: the result of a patch, a row of an import, a past revision. */
@ApplicationScoped
public class DocumentReader {
    private final ContractValidator validator;
    private final ObjectMapper json;

    DocumentReader(ContractValidator validator, ObjectMapper json) {
        this.validator = validator;
        this.json = json;
    }

    /**
     * @param type generated from the schema of the same name
     * @throws ProblemException 400 with all errors where it is against the contract
     */
    public <D> D read(JsonNode document, Class<D> type) {
        List<ProblemError> errors = errors(document, type);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        try {
            return json.treeToValue(document, type);
        } catch (JsonProcessingException e) {
            // it has just been validated against the contract
            throw new IllegalStateException(e);
        }
    }

    /** All that is wrong with a document; empty if it is valid. @param type generated from the schema of the same name */
    public List<ProblemError> errors(JsonNode document, Class<?> type) {
        return validator.validate(type.getSimpleName(), document);
    }
}
