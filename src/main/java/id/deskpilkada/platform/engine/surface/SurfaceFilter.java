package id.deskpilkada.platform.engine.surface;

import id.deskpilkada.platform.CurrentActor;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.uri.UriTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a call of the webapps' interfaces through when the table opens the very method that was found for it, however its address was spelled. */
@Priority(Priorities.AUTHORIZATION)
final class SurfaceFilter implements ContainerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(SurfaceFilter.class);

    private final SurfaceTable table = new SurfaceTable();

    @Override
    public void filter(ContainerRequestContext request) {
        var uri = (ExtendedUriInfo) request.getUriInfo();
        var application = application(uri);
        var path = path(uri);
        var line = table.decision(application, request.getMethod(), path);
        var permitted = CurrentActor.get()
                .filter(actor -> line.filter(found -> found.opensTo(actor)).isPresent())
                .isPresent();
        log.debug("{} {} {} {}", permitted ? "open" : "closed", application, request.getMethod(), path);
        if (!permitted) {
            request.abortWith(refusal());
        }
    }

    private static String application(ExtendedUriInfo uri) {
        var base = uri.getBaseUri().getPath().replaceAll("/+$", "");
        return base.substring(base.lastIndexOf('/') + 1);
    }

    private static String path(ExtendedUriInfo uri) {
        var templates = new ArrayList<>(uri.getMatchedTemplates());
        Collections.reverse(templates);
        var path = new StringBuilder();
        for (UriTemplate template : templates) {
            path.append('/').append(template.getTemplate());
        }
        return SurfaceTable.plain(path.toString());
    }

    private static Response refusal() {
        return Response.status(Response.Status.FORBIDDEN)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("type", "AuthorizationException", "message", "Anda tidak berhak melakukan ini."))
                .build();
    }
}
