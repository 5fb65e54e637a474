package id.deskpilkada.tierreport.province;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every few seconds whether the province can report; several nodes that look at once are kept apart by the slot's row. */
@Component
@ConditionalOnProperty(name = "desk.dispatcher.enabled", matchIfMissing = true)
class ProvinceWatch {

    private final ProvinceReports reports;

    ProvinceWatch(ProvinceReports reports) {
        this.reports = reports;
    }

    @Scheduled(fixedDelay = 5_000, initialDelay = 5_000)
    void run() {
        reports.compileDue();
    }
}
