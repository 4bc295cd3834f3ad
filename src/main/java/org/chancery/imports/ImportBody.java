package org.chancery.imports;

import jakarta.inject.Singleton;
import org.chancery.problem.RequestGate;

@Singleton
class ImportBody implements RequestGate.LargeBody {
    private final ImportSettings settings;

    ImportBody(ImportSettings settings) {
        this.settings = settings;
    }

    @Override
    public String path() {
        return "/v1/imports";
    }

    @Override
    public long maximum() {
        return settings.maxSize().asLongValue();
    }
}
