package id.deskpilkada.dashboard.day;

import id.deskpilkada.platform.work.OwnWork;
import java.util.List;

/**
 * What waits for one person.
 *
 * @param tasks by process, what is late first
 * @param unread messages, counted up to 100
 * @param calls overdue reports in the places whose people they may call
 */
public record Waiting(List<OwnWork.Kind> tasks, int unread, int calls) {

    public int open() {
        return tasks.stream().mapToInt(OwnWork.Kind::open).sum();
    }

    public int overdue() {
        return tasks.stream().mapToInt(OwnWork.Kind::overdue).sum();
    }
}
