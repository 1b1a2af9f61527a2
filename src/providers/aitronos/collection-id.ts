/** Whether an id is the id of a collection. https://docs.aitronos.com/docs/api-reference/music/share-collection */
export const isCollectionId = (id: string): boolean => id.startsWith("mcoll_");
