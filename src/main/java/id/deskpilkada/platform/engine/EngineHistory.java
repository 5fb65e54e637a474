package id.deskpilkada.platform.engine;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;

/** What the engine remembers of cases that have ended. */
@Component
public class EngineHistory {

    private final HistoryService history;

    EngineHistory(HistoryService history) {
        this.history = history;
    }

    public long finishedBefore(Instant time) {
        return history.createHistoricProcessInstanceQuery()
                .finished()
                .finishedBefore(Date.from(time))
                .count();
    }

    public Optional<Instant> oldestEnd() {
        return history
                .createHistoricProcessInstanceQuery()
                .finished()
                .orderByProcessInstanceEndTime()
                .asc()
                .listPage(0, 1)
                .stream()
                .findFirst()
                .map(HistoricProcessInstance::getEndTime)
                .map(Date::toInstant);
    }

    /** Forgets cases that ended before the time, and tells how many. */
    public long remove(Instant time, int most) {
        var ids = history
                .createHistoricProcessInstanceQuery()
                .finished()
                .finishedBefore(Date.from(time))
                .orderByProcessInstanceEndTime()
                .asc()
                .listPage(0, most)
                .stream()
                .map(HistoricProcessInstance::getId)
                .toList();
        if (!ids.isEmpty()) {
            history.deleteHistoricProcessInstancesIfExists(ids);
        }
        return ids.size();
    }
}
