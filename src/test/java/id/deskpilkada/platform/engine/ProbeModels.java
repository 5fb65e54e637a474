package id.deskpilkada.platform.engine;

import java.util.function.Supplier;

/** Models that tests bring: the application takes none once it has started. */
public class ProbeModels {

    private final StartUpWork startUp;

    ProbeModels(StartUpWork startUp) {
        this.startUp = startUp;
    }

    public <T> T permitted(Supplier<T> work) {
        startUp.reopen();
        try {
            return work.get();
        } finally {
            startUp.end();
        }
    }
}
