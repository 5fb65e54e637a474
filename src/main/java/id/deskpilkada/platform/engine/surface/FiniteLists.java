package id.deskpilkada.platform.engine.surface;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;

/** Gives a list that is asked for without an end the longest that the engine allows: it refuses both an endless and a longer one, but Cockpit asks for some without an end. */
@PreMatching
final class FiniteLists implements ContainerRequestFilter {

    static final int LONGEST = 2000;

    @Override
    public void filter(ContainerRequestContext request) {
        var uri = request.getUriInfo();
        if (!uri.getQueryParameters().containsKey("maxResults")) {
            request.setRequestUri(
                    uri.getRequestUriBuilder().queryParam("maxResults", LONGEST).build());
        }
    }
}
