package id.deskpilkada.incident;

import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.work.OpenWork;
import id.deskpilkada.staff.Staff;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which tasks are open about an incident and its dispatches, and who holds them. */
@Component
public class IncidentWork {

    private final OpenWork work;
    private final Elections elections;
    private final Staff staff;

    IncidentWork(OpenWork work, Elections elections, Staff staff) {
        this.work = work;
        this.elections = elections;
        this.staff = staff;
    }

    /**
     * One open task.
     *
     * @param key of the task in its model, e.g. {@code triage-incident}
     * @param holder name of whoever has taken it
     */
    public record Open(String key, String name, @Nullable String holder, @Nullable Instant dueAt) {}

    /** The incident's own first. @param dispatches keys of the dispatches that the reader may see */
    public List<Open> of(Incident incident, Collection<Long> dispatches) {
        var round = elections.round(incident.roundId()).businessKey();
        var subjects = Stream.concat(
                Stream.of(IncidentKey.written(round, incident)),
                dispatches.stream().sorted().map(dispatch -> IncidentKey.written(round, incident, dispatch)));
        var open = subjects.flatMap(subject -> work.about(subject).stream()).toList();
        var holders = staff.people(open.stream()
                .map(OpenWork.Task::holder)
                .filter(Objects::nonNull)
                .toList());
        return open.stream()
                .map(task -> {
                    var person = task.holder() == null ? null : holders.get(task.holder());
                    return new Open(
                            task.key(), task.name(), person == null ? task.holder() : person.name(), task.dueAt());
                })
                .toList();
    }
}
