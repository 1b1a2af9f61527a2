export function createDesk(): null { return null; }
