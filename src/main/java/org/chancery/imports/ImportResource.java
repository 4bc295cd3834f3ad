package org.chancery.imports;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.chancery.api.ImportsApi;
import org.chancery.api.model.ImportJob;
import org.chancery.api.model.ImportJobPage;
import org.jboss.resteasy.reactive.RestResponse;

/** The arguments are those of the contract; the shared mechanism reads the validated parameters by their names. */
class ImportResource implements ImportsApi {
    private final ImportService imports;

    ImportResource(ImportService imports) {
        this.imports = imports;
    }

    @Override
    public RestResponse<ImportJob> createImport(InputStream body, Boolean dryRun, Boolean atomic, Boolean useExisting, String dataset) {
        return imports.create(body);
    }

    @Override
    public RestResponse<ImportJobPage> listImports(List<String> state, Integer limit, String cursor) {
        return imports.list();
    }

    @Override
    public RestResponse<ImportJob> getImport(UUID id, String ifNoneMatch) {
        return imports.read(id, ifNoneMatch);
    }

    @Override
    public RestResponse<StreamingOutput> getImportReport(UUID id) {
        return imports.report(id);
    }

    @Override
    public RestResponse<ImportJob> cancelImport(UUID id) {
        return imports.cancel(id);
    }
}
