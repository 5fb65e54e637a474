package id.deskpilkada.platform.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The embedded database.
 *
 * @param port TCP port on the loopback address; 0 takes a free one
 * @param binariesDir where PostgreSQL's programs are unpacked; beside the data by default
 */
@ConfigurationProperties("desk.database")
record DatabaseSettings(@DefaultValue("0") int port, @Nullable Path binariesDir) {}
