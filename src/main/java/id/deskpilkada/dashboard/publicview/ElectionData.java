package id.deskpilkada.dashboard.publicview;

import id.deskpilkada.election.ElectionDataChanged;
import id.deskpilkada.platform.Changes;
import id.deskpilkada.platform.DeskSettings;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells all nodes that names, colours, stations or the schedule are others than before, which public pages show too. */
@Component
class ElectionData {

    static final String TOPIC = "election-data";

    private final Changes changes;
    private final DeskSettings settings;

    ElectionData(Changes changes, DeskSettings settings) {
        this.changes = changes;
        this.settings = settings;
    }

    @EventListener
    void changed(ElectionDataChanged event) {
        changes.announce(TOPIC, settings.area());
    }
}
