package id.deskpilkada.dashboard.publicview.mirror;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where public files are written to.
 *
 * @param folder empty: nowhere
 * @param most what all files together may take, compressed copies included; above it nothing new is written
 */
@ConfigurationProperties("desk.public.mirror")
record MirrorSettings(@DefaultValue("") String folder, @DefaultValue("256MB") DataSize most) {}
