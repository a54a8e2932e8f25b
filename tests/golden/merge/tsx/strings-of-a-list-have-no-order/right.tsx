export const TABS = ["home", "about", "jobs"] as const;

export const Tabs = () => <nav>{TABS.map(toTab)}</nav>;
