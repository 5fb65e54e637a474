package id.deskpilkada.platform.engine.surface;

import jakarta.ws.rs.core.FeatureContext;
import org.glassfish.jersey.internal.spi.ForcedAutoDiscoverable;

/** Puts the table in front of every JAX-RS application of this program; found by Jersey through {@code META-INF/services}, which nothing can turn off. */
public final class SurfaceFeature implements ForcedAutoDiscoverable {

    @Override
    public void configure(FeatureContext context) {
        if (!context.getConfiguration().isRegistered(SurfaceFilter.class)) {
            context.register(new SurfaceFilter());
            context.register(new FiniteLists());
            context.register(new QuietErrors());
        }
    }
}
