package org.chancery.starter;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chancery.participation.SubRecordService;
import org.chancery.problem.ProblemException;
import org.chancery.record.Author;
import org.chancery.record.RecordService;
import org.chancery.record.RecordType;
import org.chancery.record.ServiceRegistry;
import org.jboss.logging.Logger;

/**
 * Loads the starter data through the services and the validation that requests go through. A record that was loaded once is
 * never touched again, whatever editors made of it: a second load changes nothing, an interrupted one is completed.
 */
@ApplicationScoped
public class StarterData {
    private static final Logger LOG = Logger.getLogger(StarterData.class);
    private static final String AUTHOR = "starter data";

    /** Configuration of the starter data. */
    @ConfigMapping(prefix = "chancery.starter")
    interface Settings {
        /** Load at start; by default where the service runs its own database. */
        @WithDefault("${chancery.database.embedded:false}")
        boolean load();
    }

    private final Settings settings;
    private final ObjectMapper json;
    private final ServiceRegistry services;
    private final EntityManager database;

    StarterData(Settings settings, ObjectMapper json, ServiceRegistry services, EntityManager database) {
        this.settings = settings;
        this.json = json;
        this.services = services;
        this.database = database;
    }

    void atStart(@Observes StartupEvent event) throws Exception {
        if (settings.load()) {
            int loaded = load();
            if (loaded > 0) {
                LOG.infof("loaded %d records of starter data", loaded);
            }
        }
    }

    /** @return how many records were new */
    public int load() throws Exception {
        Map<String, ObjectNode> documents = StarterFiles.read(json);
        Set<UUID> known = known(documents.keySet());
        long missing = documents.keySet().stream().filter(key -> !known.contains(StarterIds.of(key))).count();
        if (missing == 0) {
            return 0;
        }
        LOG.infof("loading %d records of starter data …", missing);
        for (Map.Entry<String, ObjectNode> document : documents.entrySet()) {
            if (!known.contains(StarterIds.of(document.getKey()))) {
                Author.as(AUTHOR, () -> create(document.getKey(), document.getValue()));
            }
        }
        return (int) missing;
    }

    private Set<UUID> known(Set<String> keys) {
        UUID[] ids = keys.stream().map(StarterIds::of).toArray(UUID[]::new);
        return QuarkusTransaction.requiringNew().call(() -> {
            Set<UUID> known = new HashSet<>();
            database.createNativeQuery("select id from record where id = any(:ids)", UUID.class).setParameter("ids", ids).getResultList()
                    .forEach(id -> known.add((UUID) id));
            return known;
        });
    }

    private UUID create(String key, ObjectNode document) {
        RecordType type = RecordType.of(document.get("recordType").textValue());
        try {
            return create(services.of(type), key, StarterFiles.resolve(document));
        } catch (ProblemException e) {
            throw new IllegalStateException("starter document " + key + " is refused: " + e.getMessage() + " " + e.errors(), e);
        }
    }

    private <D> UUID create(RecordService<?, D, ?> service, String key, ObjectNode document) {
        if (service instanceof SubRecordService<?, D, ?> part) {
            UUID declaration = UUID.fromString(document.remove("declarationId").textValue());
            return part.create(RecordType.DECLARATION, declaration, service.valid(document), StarterIds.of(key));
        }
        return service.create(service.valid(document), StarterIds.of(key), place -> StarterIds.of(key + place));
    }
}
