package id.deskpilkada.dashboard.live;

import id.deskpilkada.platform.Actor;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
class EventController {

    private final LiveEvents events;

    EventController(LiveEvents events) {
        this.events = events;
    }

    /** Server-sent events {@code {topic, area}} for what changes inside the caller's places. */
    @GetMapping(path = "/api/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(Actor actor, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        return events.listen(actor);
    }
}
