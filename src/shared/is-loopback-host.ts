/** Names that always lead to the same machine: https://www.rfc-editor.org/rfc/rfc6761#section-6.3 and 127.0.0.0/8, ::1. */
const LOOPBACK = /^(?:(?:.+\.)?localhost|127[\d.]+|\[::1\])$/;

/** Whether the host name of a parsed URL (`url.hostname`, so an IPv4 address has four parts) is this machine. */
export const isLoopbackHost = (hostname: string): boolean => LOOPBACK.test(hostname);
