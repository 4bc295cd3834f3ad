package org.chancery.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.chancery.api.model.ProblemError;
import org.chancery.contract.Contract;
import org.chancery.contract.ContractValidator;
import org.chancery.contract.StrictJson;
import org.chancery.problem.ProblemException;

/** Reads the JSON that the protocol sends in form fields, and holds it against the contract of the service. */
@ApplicationScoped
class Requests {
    private final ContractValidator validator = new ContractValidator(new Contract("reconcile.json"));

    /**
     * @param parameter where it stands, as errors name it
     * @throws ProblemException 400 with all errors
     */
    JsonNode read(String parameter, String schema, String text) {
        try {
            JsonNode document = StrictJson.read(text.getBytes(StandardCharsets.UTF_8));
            List<ProblemError> errors = validator.validate(schema, document);
            if (!errors.isEmpty()) {
                throw ProblemException.invalid(errors);
            }
            return document;
        } catch (ProblemException e) {
            e.errors().forEach(error -> error.setParameter(parameter));
            throw e;
        }
    }
}
