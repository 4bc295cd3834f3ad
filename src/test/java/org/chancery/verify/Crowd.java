package org.chancery.verify;

import java.util.ArrayList;
import java.util.List;
import org.chancery.fixture.EventReader;
import org.eclipse.microprofile.config.ConfigProvider;

/** As many clients of the event stream as the service takes, until it is closed. */
final class Crowd implements AutoCloseable {
    private final List<EventReader> readers = new ArrayList<>();

    private Crowd() {
    }

    static Crowd gather() {
        Crowd crowd = new Crowd();
        int most = ConfigProvider.getConfig().getValue("chancery.changes.streams", Integer.class);
        for (int i = 0; i < most; i++) {
            EventReader reader = EventReader.open(null);
            if (reader.status() != 200) {
                // somebody else is among them
                break;
            }
            crowd.readers.add(reader);
        }
        return crowd;
    }

    @Override
    public void close() {
        readers.forEach(EventReader::close);
    }
}
