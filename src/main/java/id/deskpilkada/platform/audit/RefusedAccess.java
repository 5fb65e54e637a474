package id.deskpilkada.platform.audit;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.CurrentActor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Records what a signed-in person was refused (403). A module of the security chain places it behind whoever finds out who calls. */
public final class RefusedAccess extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(RefusedAccess.class);

    private final Audit audit;
    private final AuditBound bound;

    public RefusedAccess(Audit audit, AuditBound bound) {
        this.audit = audit;
        this.bound = bound;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        Optional<Actor> actor = CurrentActor.get();
        if (response.getStatus() == HttpStatus.FORBIDDEN.value() && actor.isPresent()) {
            record(actor.get(), request);
        }
    }

    private void record(Actor actor, HttpServletRequest request) {
        var entry = AuditEntry.refused(
                "access.refused", Origin.path(request), null, Map.of("status", HttpStatus.FORBIDDEN.toString()));
        try {
            bound.within(actor.username()).ifPresent(last -> audit.record(last ? bound.last(entry) : entry));
        } catch (DataAccessException | TransactionException e) {
            log.warn("A refusal could not be recorded: {}", e.getMessage());
        }
    }
}
